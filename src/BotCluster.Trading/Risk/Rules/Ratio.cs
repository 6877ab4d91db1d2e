namespace BotCluster.Trading.Risk.Rules;

/// <summary>Shares of the equity for the words of a reason.</summary>
internal static class Ratio
{
    /// <returns>One, all of it and more, where there is no equity left to be a share of.</returns>
    public static decimal Of(decimal part, decimal equity) => equity > 0m ? part / equity : 1m;
}
