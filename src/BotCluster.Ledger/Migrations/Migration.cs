using System.Security.Cryptography;
using System.Text;

namespace BotCluster.Ledger.Migrations;

/// <summary>One numbered step of the database's shape, forward and back.</summary>
public sealed record Migration(int Number, string Name, string Up, string Down)
{
    /// <summary>Tells an edited step from the one that was applied; line ends do not count.</summary>
    public string Checksum => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Up.ReplaceLineEndings("\n"))));

    public override string ToString() => $"{Number:D4}_{Name}";
}
