namespace BotCluster.Trading.Bots;

/// <summary>The settings of the exits that every mode shares.</summary>
public static class ExitOptionSet
{
    public static OptionSet Set { get; } = new OptionSet<ExitOptions>(new())
        .DecimalOrOff(
            "trailingStop",
            "Closes a position that fell back by this share from its best close: 0.02 is 2 %.",
            o => o.TrailingStop,
            (o, value) => o with { TrailingStop = value },
            (0.001m, 0.5m))
        .DurationOrOff(
            "timeStop",
            "Closes a position after this long, whatever it earns.",
            o => o.TimeStop,
            (o, value) => o with { TimeStop = value },
            (TimeSpan.FromMinutes(1), TimeSpan.FromDays(365)))
        .IntegerOrOff(
            "structureBreakCandles",
            "Closes a long below the lowest low (a short above the highest high) of this many earlier candles.",
            o => o.StructureBreakCandles,
            (o, value) => o with { StructureBreakCandles = value },
            (2, 400));
}
