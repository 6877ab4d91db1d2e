using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Cycle;

/// <summary>The exits that every mode shares: trailing stop, time stop, structure break. Looked at before any new decision.</summary>
internal sealed class ExitWatch
{
    private readonly ExitOptions _options;
    private readonly Dictionary<Symbol, Track<DonchianReading>>? _ranges;

    private ExitWatch(BotContext bot)
    {
        _options = bot.Settings.Exits;
        if (_options.StructureBreakCandles is { } candles)
        {
            _ranges = bot.Settings.Symbols.ToDictionary(
                symbol => symbol, symbol => bot.Board.Track(symbol, bot.Settings.Timeframe, new DonchianSpec(candles)));
        }
    }

    /// <returns>Null where every one of these exits is off.</returns>
    public static ExitWatch? Of(BotContext bot) =>
        bot.Settings.Exits is { TrailingStop: null, TimeStop: null, StructureBreakCandles: null } ? null : new ExitWatch(bot);

    /// <returns>Why the position should be closed now; null: it should not.</returns>
    public string? Check(Position position, SymbolMarket market, DateTimeOffset now)
    {
        if (!market.HasClosed)
        {
            return null;
        }

        var close = market.Latest.Close;
        if (_options.TrailingStop is { } trailing && FellBack(position, close) >= (double)trailing)
        {
            return $"Trailing stop: {close} fell back {trailing:P1} from its best close {position.BestClose}.";
        }

        if (_options.TimeStop is { } limit && now - position.OpenedAt >= limit)
        {
            return $"Time stop: open for {now - position.OpenedAt:g}, the limit is {limit:g}.";
        }

        return BreaksStructure(position, market, close);
    }

    private static double FellBack(Position position, double close) => position.Direction == Direction.Long
        ? (position.BestClose - close) / position.BestClose
        : (close - position.BestClose) / position.BestClose;

    private string? BreaksStructure(Position position, SymbolMarket market, double close)
    {
        if (market.Decides is not { } sequence || _ranges is null || !_ranges.TryGetValue(position.Symbol, out var track)
            || track.At(sequence) is not { } range)
        {
            return null;
        }

        return position.Direction switch
        {
            Direction.Long when close < range.Low =>
                $"Structure break: {close} is below {range.Low}, the lowest low of {_options.StructureBreakCandles} candles.",
            Direction.Short when close > range.High =>
                $"Structure break: {close} is above {range.High}, the highest high of {_options.StructureBreakCandles} candles.",
            _ => null,
        };
    }
}
