using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>Buys pullbacks in a trend and breakouts out of a range, and sells into strength; mirrored for shorts.</summary>
internal sealed class IndicatorMode : IDecisionMode
{
    private readonly IndicatorOptions _options;
    private readonly IndicatorTracks[] _tracks;
    private readonly EntryRoom _room;

    public IndicatorMode(IndicatorOptions options, BotSettings settings, IndicatorBoard board)
    {
        _options = options;
        _room = new EntryRoom(settings.Risk);
        _tracks = [.. settings.Symbols.Select(symbol => new IndicatorTracks(options, board.Of(symbol), settings.Timeframe))];
    }

    public ValueTask<IReadOnlyList<Signal>> DecideAsync(DecisionView view, CancellationToken cancellationToken)
    {
        List<Signal>? signals = null;
        for (var index = 0; index < _tracks.Length; index++)
        {
            var symbol = view.Symbols[index];
            if (symbol.Sequence is { } sequence && _tracks[index].At(sequence) is { } reading
                && ((Signal?)Exit(symbol, reading) ?? Enter(symbol, reading)) is { } signal)
            {
                (signals ??= []).Add(signal);
            }
        }

        return new ValueTask<IReadOnlyList<Signal>>(signals ?? (IReadOnlyList<Signal>)[]);
    }

    private Signal.Close? Exit(SymbolView symbol, in IndicatorReading reading)
    {
        if (symbol.Position is not { } position || !reading.HasRsiBeyond(position.Direction, _options.ExitRsi))
        {
            return null;
        }

        var profit = ProfitOf(position, reading.Candle.Close);
        return profit >= (double)_options.ExitProfit
            ? new Signal.Close(symbol.Symbol, $"RSI {Terms.Spell(reading.Rsi)} with {Terms.Percent(profit)} profit: sold into strength")
            : null;
    }

    private Signal.Enter? Enter(SymbolView symbol, in IndicatorReading reading) =>
        EnterTowards(Direction.Long, symbol, reading) ?? EnterTowards(Direction.Short, symbol, reading);

    private Signal.Enter? EnterTowards(Direction direction, SymbolView symbol, in IndicatorReading reading)
    {
        if (!_options.Sides.Includes(direction) || !_room.IsThere(symbol, direction) || !reading.HasVolume(_options.VolumeShare))
        {
            return null;
        }

        if (reading.Breakout(direction) > 0 && reading.HasRsiBeyond(direction, _options.BreakoutRsi))
        {
            return Breakout(direction, symbol, reading);
        }

        return reading.HasTrend(direction) && reading.IsPullback(direction, _options.PullbackRsi)
            ? Pullback(direction, symbol, reading)
            : null;
    }

    private Signal.Enter Breakout(Direction direction, SymbolView symbol, in IndicatorReading reading)
    {
        var level = reading.Level(direction);
        var percent = reading.Breakout(direction) * 100;
        var confidence = Math.Min(_options.Confidence + percent / 10, _options.MaximumConfidence);
        var reason = $"Breakout: close {Terms.Spell(reading.Candle.Close)} beyond {Terms.Spell(level)} "
            + $"of {_options.BreakoutCandles} candles, RSI {Terms.Spell(reading.Rsi)}, volume {VolumeOf(reading)} × mean";
        return Entry(direction, symbol, reading, (confidence, Terms.StopAt(direction, level, _options.BreakoutStop), reason));
    }

    private Signal.Enter Pullback(Direction direction, SymbolView symbol, in IndicatorReading reading)
    {
        var extreme = direction == Direction.Long ? reading.LowestRsi : reading.HighestRsi;
        var reason = $"Pullback: RSI turned at {Terms.Spell(extreme)}, now {Terms.Spell(reading.Rsi)}, in a trend beyond "
            + $"EMA {_options.Trend} {Terms.Spell(reading.Trend)}, volume {VolumeOf(reading)} × mean";
        var stop = Terms.StopAt(direction, reading.Candle.Close, _options.Stop);
        return Entry(direction, symbol, reading, (_options.Confidence, stop, reason));
    }

    private Signal.Enter Entry(
        Direction direction, SymbolView symbol, in IndicatorReading reading, (double Confidence, double? Stop, string Reason) terms) =>
        new(symbol.Symbol, direction, terms.Confidence, terms.Reason)
        {
            Stop = terms.Stop,
            Target = Terms.TargetAt(direction, reading.Candle.Close, _options.Target),
            SizeShare = _options.Size,
            Leverage = _options.Leverage,
        };

    private static string VolumeOf(in IndicatorReading reading) => Terms.Spell(reading.Candle.Volume / reading.MeanVolume);

    private static double ProfitOf(Position position, double close) =>
        position.Direction.Sign() * (close / (double)position.AveragePrice - 1);
}
