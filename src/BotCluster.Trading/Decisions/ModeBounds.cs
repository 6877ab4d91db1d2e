using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>Bounds and checks that several modes share.</summary>
internal static class ModeBounds
{
    public static readonly (decimal Minimum, decimal Maximum) Stop = (0.003m, 0.25m);

    public static readonly (decimal Minimum, decimal Maximum) Target = (0.005m, 1m);

    public static readonly (decimal Minimum, decimal Maximum) Leverage = (1m, 5m);

    public static readonly (decimal Minimum, decimal Maximum) ShortLeverage = (1m, 3m);

    /// <summary>A bot that may only go short can do nothing on a symbol that cannot be sold short.</summary>
    public static IEnumerable<SettingsViolation> CheckSides(TradedSides sides, BotSettings settings)
    {
        if (sides == TradedSides.Short)
        {
            foreach (var symbol in settings.Symbols.Where(symbol => symbol.Kind == MarketKind.Spot))
            {
                yield return new SettingsViolation("sides", $"Must be long or both for {symbol}: spot cannot be sold short.");
            }
        }
    }

    public static IEnumerable<SettingsViolation> CheckLeverage(decimal leverage, BotSettings settings)
    {
        if (leverage > 1m)
        {
            foreach (var symbol in settings.Symbols.Where(symbol => symbol.Kind == MarketKind.Spot))
            {
                yield return new SettingsViolation("leverage", $"Must be 1 for {symbol}: spot has no leverage.");
            }
        }
    }

    public static bool Includes(this TradedSides sides, Direction direction) =>
        sides == TradedSides.Both || (sides == TradedSides.Long) == (direction == Direction.Long);
}
