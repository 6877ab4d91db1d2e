using System.Text.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Json;

/// <summary>Reads entries that wait for an exit.</summary>
internal readonly struct StateDeferredReader(List<Symbol> symbols)
{
    public void Read(ref Utf8JsonReader json, List<DeferredEntry> entries)
    {
        while (StateFields.NextItem(ref json))
        {
            var entry = new DeferredEntry(default, default, 0, "", default);
            while (StateFields.Next(ref json, out var name))
            {
                entry = With(entry, name, ref json);
            }

            entries.Add(entry);
        }
    }

    private DeferredEntry With(DeferredEntry entry, char name, ref Utf8JsonReader json) => name switch
    {
        StateNames.Deferred.Symbol => entry with { Symbol = symbols[json.GetInt32()] },
        StateNames.Deferred.Direction => entry with { Direction = StateFields.Choice<Direction>(ref json) },
        StateNames.Deferred.Confidence => entry with { Confidence = json.GetDouble() },
        StateNames.Deferred.Reason => entry with { Reason = json.GetString()! },
        StateNames.Deferred.Until => entry with { Until = StateFields.Time(ref json) },
        StateNames.Deferred.Stop => entry with { Stop = json.GetDouble() },
        StateNames.Deferred.Target => entry with { Target = json.GetDouble() },
        StateNames.Deferred.SizeShare => entry with { SizeShare = json.GetDecimal() },
        StateNames.Deferred.Leverage => entry with { Leverage = json.GetDecimal() },
        _ => throw StateFields.Unknown(name),
    };
}
