using System.Runtime.CompilerServices;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>Reads bots with their states.</summary>
internal static class StoredBots
{
    // A bot without a state starts in the installation's epoch, which rises with each restore from a backup.
    private const string Select = """
        select b.id, b.tenant_id, b.number, b.created_at, b.settings::text,
               coalesce(s.version, 0), coalesce(s.epoch, (select epoch from installation), 1), s.payload
        from bots b left join bot_states s on s.bot_id = b.id
        """;

    public static async Task<StoredBot?> FindAsync(NpgsqlDataSource source, BotId bot, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"{Select} where b.id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bot.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? await ReadAsync(reader, cancellationToken) : null;
    }

    public static async IAsyncEnumerable<StoredBot> AllAsync(
        NpgsqlDataSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"{Select} where b.status <> 'Retired' order by b.number");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return await ReadAsync(reader, cancellationToken);
        }
    }

    private static async Task<StoredBot> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var definition = new BotDefinition(
            new BotId(reader.GetGuid(0)),
            new TenantId(reader.GetGuid(1)),
            reader.GetInt64(2),
            await reader.GetFieldValueAsync<DateTimeOffset>(3, cancellationToken));
        var state = await reader.IsDBNullAsync(7, cancellationToken)
            ? (ReadOnlyMemory<byte>?)null
            : await reader.GetFieldValueAsync<byte[]>(7, cancellationToken);
        return new StoredBot(definition, reader.GetInt64(5), reader.GetInt32(6), state, reader.GetString(4));
    }
}
