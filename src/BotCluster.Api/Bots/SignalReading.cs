using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Bots;

/// <summary>Makes a proposal of what came from outside, or says all that is wrong with it.</summary>
internal static class SignalReading
{
    private const decimal LargestPrice = 1_000_000_000m;
    private const decimal LargestLeverage = 10m;

    public static Attempt<Signal> Read(SignalRequest request)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        void Check(bool isWrong, string path, string message)
        {
            if (isWrong)
            {
                errors[path] = [message];
            }
        }

        var isSymbol = Symbol.TryParse(request.Symbol, out var symbol);
        Check(!isSymbol, "symbol", "is not a symbol: BASE-QUOTE or BASE-QUOTE-PERP, such as BTC-USDT");
        Check(request.Confidence is < 0 or > 1, "confidence", "has to be from 0 to 1");
        Check(request.Stop is <= 0 or > LargestPrice, "stop", "has to be a price above 0");
        Check(request.Target is <= 0 or > LargestPrice, "target", "has to be a price above 0");
        Check(request.SizeShare is <= 0 or > 1, "sizeShare", "has to be above 0 and at most 1");
        Check(request.Leverage is < 1 or > LargestLeverage, "leverage", "has to be from 1 to 10");
        Check(request.Fraction is <= 0 or > 1, "fraction", "has to be above 0 and at most 1");
        var isUnmeasured = request is { Action: DecisionAction.Reduce, Fraction: null };
        Check(isUnmeasured, "fraction", "is missing: how much to close, above 0 to 1");
        foreach (var path in Needless(request))
        {
            Check(true, path, "does not belong to this action");
        }

        if (TextRules.Flaw(request.Reason) is { } flaw)
        {
            errors["reason"] = [flaw];
        }

        return errors.Count > 0 ? Refuse.Invalid(errors) : Make(request, symbol);
    }

    private static Signal Make(SignalRequest request, Symbol symbol) => request.Action switch
    {
        DecisionAction.Enter => new Signal.Enter(symbol, request.Direction ?? Direction.Long, request.Confidence ?? 1.0, request.Reason)
        {
            Stop = (double?)request.Stop,
            Target = (double?)request.Target,
            SizeShare = request.SizeShare,
            Leverage = request.Leverage,
        },
        DecisionAction.Close => new Signal.Close(symbol, request.Reason),
        DecisionAction.Reduce => new Signal.Reduce(symbol, request.Fraction!.Value, request.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // What would be passed over in silence is refused: somebody believes that it counts.
    private static IEnumerable<string> Needless(SignalRequest request)
    {
        var isEntry = request.Action == DecisionAction.Enter;
        (string Path, bool IsGiven, bool Belongs)[] members =
        [
            ("direction", request.Direction is not null, isEntry),
            ("confidence", request.Confidence is not null, isEntry),
            ("stop", request.Stop is not null, isEntry),
            ("target", request.Target is not null, isEntry),
            ("sizeShare", request.SizeShare is not null, isEntry),
            ("leverage", request.Leverage is not null, isEntry),
            ("fraction", request.Fraction is not null, request.Action == DecisionAction.Reduce),
        ];
        return members.Where(member => member is { IsGiven: true, Belongs: false }).Select(member => member.Path);
    }
}
