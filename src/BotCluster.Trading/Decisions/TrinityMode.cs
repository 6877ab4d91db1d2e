using System.Diagnostics;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>Buys where trinity's conditions agree, and sells where the trend turns or the rise is overbought. Long only.</summary>
/// <remarks>
/// "SuperTrend flips to sell" and "close below SMA 200" are events, not states: a dip may be bought below a line, and
/// selling it one candle later for being there would make every such entry pointless. They close a position that was
/// entered above the line, or above which it has been since and now falls below. No entry is made on a candle that
/// would close it.
/// </remarks>
internal sealed class TrinityMode : IDecisionMode
{
    private readonly TrinityOptions _options;
    private readonly TrinityTracks[] _tracks;
    private readonly EntryRoom _room;

    public TrinityMode(TrinityOptions options, BotSettings settings, IndicatorBoard board)
    {
        _options = options;
        _room = new EntryRoom(settings.Risk);
        _tracks = [.. settings.Symbols.Select(symbol => new TrinityTracks(options, board.Of(symbol), settings.Timeframe))];
    }

    public ValueTask<IReadOnlyList<Signal>> DecideAsync(DecisionView view, CancellationToken cancellationToken)
    {
        List<Signal>? signals = null;
        for (var index = 0; index < _tracks.Length; index++)
        {
            var symbol = view.Symbols[index];
            if (symbol.Sequence is { } sequence && _tracks[index].At(sequence, view.Now) is { } features
                && Decide(symbol, features, _tracks[index]) is { } signal)
            {
                (signals ??= []).Add(signal);
            }
        }

        return new ValueTask<IReadOnlyList<Signal>>(signals ?? (IReadOnlyList<Signal>)[]);
    }

    private Signal? Decide(SymbolView symbol, in TrinityFeatures features, TrinityTracks tracks)
    {
        var now = symbol.Sequence!.Value;
        var entered = symbol.Position is { } position && tracks.Series.TryFind(position.OpenedAt, out var found) ? found : now - 1;
        if (CauseToExit(now, entered, features, tracks) is { } cause)
        {
            return symbol.Position is null ? null : new Signal.Close(symbol.Symbol, Describe(cause, features));
        }

        return _room.IsThere(symbol, Direction.Long) ? Enter(symbol, features) : null;
    }

    private ExitCause? CauseToExit(long now, long entered, in TrinityFeatures features, TrinityTracks tracks)
    {
        if (features.Rsi > _options.ExitRsi)
        {
            return ExitCause.Overbought;
        }

        if (tracks.SaysSell(now) == true && (tracks.SaysSell(now - 1) == false || tracks.SaysSell(entered) == false))
        {
            return ExitCause.TrendTurned;
        }

        return tracks.IsBelowRegime(now) == true
            && (tracks.IsBelowRegime(now - 1) == false || tracks.IsBelowRegime(entered) == false)
            ? ExitCause.RegimeLost
            : null;
    }

    private string Describe(ExitCause cause, in TrinityFeatures features) => cause switch
    {
        ExitCause.Overbought => $"RSI {Terms.Spell(features.Rsi)} above {Terms.Spell(_options.ExitRsi)}",
        ExitCause.TrendTurned => "SuperTrend turned to sell",
        ExitCause.RegimeLost => $"Close {Terms.Spell(features.Close)} fell below SMA 200 {Terms.Spell(features.Sma200)}",
        _ => throw new UnreachableException(),
    };

    private Signal.Enter? Enter(SymbolView symbol, in TrinityFeatures features)
    {
        var verdict = TrinityScore.Of(features, _options);
        if (verdict.Side is not { } side)
        {
            return null;
        }

        var reason = $"Trinity {Terms.Spell(verdict.Score)}: {TrinityTexts.Spell(verdict.Reasons)}";
        return new Signal.Enter(symbol.Symbol, side, verdict.Score, reason)
        {
            Stop = Terms.StopAt(side, features.Close, _options.Stop),
            Target = Terms.TargetAt(side, features.Close, _options.Target),
            SizeShare = verdict.Size,
            Leverage = 1m,
        };
    }

    private enum ExitCause
    {
        Overbought = 1,
        TrendTurned = 2,
        RegimeLost = 3,
    }
}
