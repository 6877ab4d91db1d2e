using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Cycle;

/// <summary>Records each proposal with what became of it. Holds are only counted, and so is a refusal that merely repeats the last one.</summary>
internal sealed class DecisionLog(BotState state, MarketData market, ITurnJournal journal)
{
    // A mode that proposes the same at every candle while a rule stands in its way would fill the ledger with one sentence.
    // Most bots are never denied anything, so most have no list of it.
    private Dictionary<Symbol, Denial>? _denials;

    public void Approved(Signal signal, OrderIntent intent, ClientOrderId id, IReadOnlyList<RiskReason> shrinks)
    {
        _denials?.Remove(signal.Symbol);
        Write(signal, intent, record => shrinks.Count == 0
            ? record with { Verdict = DecisionVerdict.Approved, OrderId = id }
            : record with
            {
                Verdict = DecisionVerdict.Shrunk,
                VerdictCode = shrinks[^1].Code,
                VerdictText = string.Join(' ', shrinks.Select(RiskTexts.Describe)),
                OrderId = id,
            });
    }

    public void Refused(Signal signal, OrderIntent? intent, string code, string text)
    {
        state.Refusals++;
        Deny(signal, intent, new Denial(signal.GetType(), (signal as Signal.Enter)?.Direction, DecisionVerdict.Refused, code), text);
    }

    public void Ignored(Signal signal, string code, string text) =>
        Deny(signal, null, new Denial(signal.GetType(), (signal as Signal.Enter)?.Direction, DecisionVerdict.Ignored, code), text);

    private void Deny(Signal signal, OrderIntent? intent, Denial denial, string text)
    {
        if (_denials is not null && _denials.TryGetValue(signal.Symbol, out var last) && last == denial)
        {
            return;
        }

        (_denials ??= [])[signal.Symbol] = denial;
        Write(signal, intent, record => record with { Verdict = denial.Verdict, VerdictCode = denial.Code, VerdictText = text });
    }

    private void Write(Signal signal, OrderIntent? intent, Func<DecisionRecord, DecisionRecord> verdict)
    {
        var enter = signal as Signal.Enter;
        var record = new DecisionRecord
        {
            Number = state.Numbers.Decision++,
            At = market.Now,
            Symbol = signal.Symbol,
            Action = signal switch
            {
                Signal.Enter => DecisionAction.Enter,
                Signal.Close => DecisionAction.Close,
                Signal.Reduce => DecisionAction.Reduce,
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            Direction = enter?.Direction ?? intent?.Direction,
            Confidence = enter?.Confidence,
            Price = market.Of(signal.Symbol)?.Price is { } price ? (decimal)price : null,
            Stop = intent?.ProtectiveStop?.Value,
            Target = intent?.Target?.Value,
            Reason = signal.Reason,
            Verdict = DecisionVerdict.Ignored,
        };

        journal.Write(new Fact.DecisionMade(verdict(record)));
    }

    private readonly record struct Denial(Type Proposal, Direction? Direction, DecisionVerdict Verdict, string Code);
}
