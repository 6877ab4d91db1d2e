using System.Runtime.CompilerServices;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;
using Npgsql;
using NpgsqlTypes;

namespace BotCluster.Ledger.Candles;

/// <summary>Imported candles in PostgreSQL.</summary>
public sealed class CandleArchive(NpgsqlDataSource source) : ICandleArchive
{
    public async ValueTask<IReadOnlyList<ArchivedSeries>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            select symbol, timeframe_minutes, min(open_time), max(open_time), count(*) from candles
            group by symbol, timeframe_minutes order by symbol, timeframe_minutes
            """);
        return await Rows.ListAsync(
            command,
            row => new ArchivedSeries(
                Symbol.Parse(row.GetString(0)), new Timeframe(row.GetInt32(1)), row.Instant(2), row.Instant(3), row.GetInt64(4)),
            cancellationToken);
    }

    public async IAsyncEnumerable<Candle> ReadAsync(
        Symbol symbol, Timeframe timeframe, DateTimeOffset from, DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new Query("select open_time, open, high, low, close, volume from candles")
            .Where("symbol = ?", symbol.ToString())
            .Where("timeframe_minutes = ?", timeframe.Minutes)
            .Where("open_time >= ?", from.ToUniversalTime())
            .Where("open_time < ?", until.ToUniversalTime())
            .End("order by open_time")
            .On(source);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return CandleOf(reader);
        }
    }

    public async ValueTask<int> AddAsync(
        Symbol symbol, Timeframe timeframe, IReadOnlyList<Candle> candles, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var create = new NpgsqlCommand("create temp table incoming (like candles) on commit drop", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        await CopyAsync(connection, symbol, timeframe, candles, cancellationToken);
        await using var keep = new NpgsqlCommand("insert into candles select * from incoming on conflict do nothing", connection);
        var kept = await keep.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return kept;
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, Symbol symbol, Timeframe timeframe, IReadOnlyList<Candle> candles,
        CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy incoming (symbol, timeframe_minutes, open_time, open, high, low, close, volume) from stdin (format binary)",
            cancellationToken);
        var name = symbol.ToString();
        foreach (var candle in candles)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(name, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(timeframe.Minutes, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(candle.OpenTime, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(candle.Open, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteAsync(candle.High, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteAsync(candle.Low, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteAsync(candle.Close, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteAsync(candle.Volume, NpgsqlDbType.Double, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static Candle CandleOf(NpgsqlDataReader row) => new(
        row.Instant(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5));
}
