namespace BotCluster.Trading.Indicators;

/// <summary>
/// How many periods a recursive average takes until its beginning weighs less than a millionth, so that a restart
/// changes no decision.
/// </summary>
internal static class Recursion
{
    /// <summary>An EMA forgets by e⁻² a period: twelve leave 4e-11.</summary>
    public const int EmaPeriods = 12;

    /// <summary>Wilder's mean forgets by e⁻¹ a period: twenty leave 2e-9.</summary>
    public const int WilderPeriods = 20;
}
