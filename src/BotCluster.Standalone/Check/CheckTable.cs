using System.Globalization;

namespace BotCluster.Standalone.Check;

/// <summary>Prints what a check found: a line a bot, then every difference, then the sum.</summary>
internal static class CheckTable
{
    private const int WidestName = 28;

    public static void Write(CheckReport report, TextWriter output)
    {
        output.WriteLine(
            $"{"bot",5} {"name",-WidestName} {"orders",7} {"fills",7} {"trades",7} {"cash",18} {"at cost",18} {"fees",14}");
        foreach (var bot in report.Bots)
        {
            output.WriteLine(Line(bot));
        }

        foreach (var bot in report.Bots.Where(bot => !bot.IsClean))
        {
            output.WriteLine($"bot {bot.Number} ({bot.Name}, {bot.Client}):");
            foreach (var difference in bot.Differences)
            {
                output.WriteLine($"  {difference}");
            }
        }

        foreach (var flaw in report.Flaws)
        {
            output.WriteLine(flaw);
        }

        output.WriteLine(Sum(report));
        output.Flush();
    }

    private static string Line(BotVerdict bot)
    {
        var name = bot.Name.Length > WidestName ? bot.Name[..(WidestName - 1)] + "…" : bot.Name;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{bot.Number,5} {name,-WidestName} {bot.Orders,7} {bot.Fills,7} {bot.Trades,7} ") + string.Create(
            CultureInfo.InvariantCulture,
            $"{bot.Cash,18:N8} {bot.AtCost,18:N8} {bot.Fees,14:N8}{(bot.IsClean ? "" : "  DIFFERS")}");
    }

    private static string Sum(CheckReport report)
    {
        var differences = report.Flaws.Count + report.Bots.Sum(bot => bot.Differences.Count);
        var (orders, fills, trades) =
            (report.Bots.Sum(bot => bot.Orders), report.Bots.Sum(bot => bot.Fills), report.Bots.Sum(bot => bot.Trades));
        var what = string.Create(
            CultureInfo.InvariantCulture, $"{report.Bots.Count} bots, {orders} orders, {fills} fills, {trades} trades");
        return report.IsClean
            ? $"check: {what}: ledger and bots agree to the last decimal"
            : string.Create(CultureInfo.InvariantCulture, $"check: {what}: {differences} differences");
    }
}
