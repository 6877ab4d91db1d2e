using Dapper;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>The keys by which the application seals cookies, tokens and stored secrets, so that every process shares them.</summary>
/// <remarks>Synchronous, because the framework asks for its keys that way, and only when it starts or turns them over.</remarks>
public sealed class KeyStore(NpgsqlDataSource source)
{
    public IReadOnlyList<string> ReadAll()
    {
        using var connection = source.OpenConnection();
        return [.. connection.Query<string>("select xml from data_protection_keys order by id")];
    }

    public void Add(string friendlyName, string xml)
    {
        using var connection = source.OpenConnection();
        connection.Execute(
            "insert into data_protection_keys (friendly_name, xml) values (@friendlyName, @xml)", new { friendlyName, xml });
    }
}
