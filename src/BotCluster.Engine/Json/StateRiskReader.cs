using System.Text.Json;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Engine.Json;

/// <summary>Reads what the risk rules remember.</summary>
internal readonly struct StateRiskReader(List<Symbol> symbols)
{
    public RiskCounters Read(ref Utf8JsonReader json)
    {
        var risk = new RiskCounters();
        while (StateFields.Next(ref json, out var name))
        {
            switch (name)
            {
                case StateNames.Risk.Day: risk.Day = DateOnly.FromDayNumber(json.GetInt32()); break;
                case StateNames.Risk.DayStartEquity: risk.DayStartEquity = json.GetDecimal(); break;
                case StateNames.Risk.TradesToday: risk.TradesToday = json.GetInt32(); break;
                case StateNames.Risk.PeakEquity: risk.PeakEquity = json.GetDecimal(); break;
                case StateNames.Risk.DailyLossReached: risk.DailyLossReached = json.GetBoolean(); break;
                case StateNames.Risk.LastEquity: risk.LastEquity = json.GetDecimal(); break;
                case StateNames.Risk.DrawdownWarned: risk.DrawdownWarned = json.GetBoolean(); break;
                case StateNames.Risk.PausedUntil: risk.PausedUntil = StateFields.Time(ref json); break;
                case StateNames.Risk.RecentStops: ReadStops(ref json, risk.RecentStops); break;
                case StateNames.Risk.Locks: ReadLocks(ref json, risk.Locks); break;
                case StateNames.Risk.Outcomes: ReadOutcomes(ref json, risk.Outcomes); break;
                default: throw StateFields.Unknown(name);
            }
        }

        return risk;
    }

    private static void ReadStops(ref Utf8JsonReader json, List<DateTimeOffset> stops)
    {
        while (StateFields.NextItem(ref json))
        {
            stops.Add(StateFields.Time(ref json));
        }
    }

    private void ReadLocks(ref Utf8JsonReader json, List<SymbolLock> locks)
    {
        while (StateFields.NextItem(ref json))
        {
            var (symbol, until) = ReadMoment(ref json);
            locks.Add(new SymbolLock(symbol, until, StateFields.Choice<LockCause>(ref json)));
            StateFields.Advance(ref json);
        }
    }

    private void ReadOutcomes(ref Utf8JsonReader json, List<TradeOutcome> outcomes)
    {
        while (StateFields.NextItem(ref json))
        {
            var (symbol, closedAt) = ReadMoment(ref json);
            outcomes.Add(new TradeOutcome(symbol, closedAt, json.GetDouble()));
            StateFields.Advance(ref json);
        }
    }

    // Each item is a list: symbol, time, and one thing more, on which this leaves the reader.
    private (Symbol Symbol, DateTimeOffset At) ReadMoment(ref Utf8JsonReader json)
    {
        StateFields.Advance(ref json);
        var symbol = symbols[json.GetInt32()];
        StateFields.Advance(ref json);
        var at = StateFields.Time(ref json);
        StateFields.Advance(ref json);
        return (symbol, at);
    }
}
