using System.Globalization;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>How modes work out and name prices.</summary>
internal static class Terms
{
    /// <summary>The price at which a position opened at this price would have lost this share of it; null: no share, no price.</summary>
    public static double? StopAt(Direction direction, double price, decimal? share) =>
        share is { } distance ? price * (1 - direction.Sign() * (double)distance) : null;

    /// <summary>The price at which a position opened at this price would have gained this share of it; null: no share, no price.</summary>
    public static double? TargetAt(Direction direction, double price, decimal? share) =>
        share is { } distance ? price * (1 + direction.Sign() * (double)distance) : null;

    public static string Spell(double figure) => figure.ToString("G7", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
