using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>The keys by which the application seals cookies, tokens and stored secrets, so that every process shares them.</summary>
public sealed class KeyStore(NpgsqlDataSource source)
{
    public Task<IReadOnlyList<string>> ReadAllAsync(CancellationToken cancellationToken) =>
        source.AllAsync<string>("select xml from data_protection_keys order by id", null, cancellationToken);

    public Task AddAsync(string friendlyName, string xml, CancellationToken cancellationToken) => source.RunAsync(
        "insert into data_protection_keys (friendly_name, xml) values (@friendlyName, @xml)", new { friendlyName, xml }, cancellationToken);
}
