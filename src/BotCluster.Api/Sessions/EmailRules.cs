using System.Net.Mail;

namespace BotCluster.Api.Sessions;

/// <summary>What an e-mail address has to be. Whether it exists, only a letter would tell.</summary>
internal static class EmailRules
{
    public const int Longest = 254;

    public static string? Flaw(string email)
    {
        if (email.Length is < 3 or > Longest)
        {
            return $"has to have 3 to {Longest} characters";
        }

        var isAddress = MailAddress.TryCreate(email, out var address)
            && address.Address == email
            && email.All(character => character is > ' ' and < '\u007f');
        return isAddress ? null : "is not an e-mail address, such as name@example.com";
    }
}
