using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Instruments;

/// <summary>One instrument of a catalogue and the symbol whose candles price it.</summary>
internal sealed record CatalogEntry(Instrument Instrument, Symbol Candles);
