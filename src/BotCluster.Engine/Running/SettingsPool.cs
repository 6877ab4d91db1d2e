using System.Collections.Concurrent;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Running;

/// <summary>Holds once what many bots' settings have in common: they mostly differ in a name and a few numbers.</summary>
internal sealed class SettingsPool
{
    // Beyond it (an optimiser made every bot different) settings are simply not shared.
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<object, object> _parts = new();
    private readonly ConcurrentDictionary<Symbol, IReadOnlyList<Symbol>> _single = new();

    /// <summary>Equal settings, made of shared parts.</summary>
    public BotSettings Share(BotSettings settings) => settings with
    {
        Mode = Kept(settings.Mode),
        Symbols = settings.Symbols.Count == 1 ? _single.GetOrAdd(settings.Symbols[0], static symbol => [symbol]) : settings.Symbols,
        Venue = Kept(settings.Venue),
        Risk = Kept(settings.Risk),
        Sizing = Kept(settings.Sizing),
        Exits = Kept(settings.Exits),
    };

    private T Kept<T>(T part)
        where T : class =>
        _parts.TryGetValue(part, out var known) ? (T)known
        : _parts.Count < MostKept ? (T)_parts.GetOrAdd(part, part)
        : part;
}
