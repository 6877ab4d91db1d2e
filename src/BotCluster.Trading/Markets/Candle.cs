namespace BotCluster.Trading.Markets;

/// <summary>One closed bar of trading: when it opened, its four prices, and the volume in the base asset.</summary>
/// <remarks>
/// Candles feed statistics, so they are doubles, 48 bytes each. A published price has at most 15 significant
/// digits, which a double keeps; <see cref="Instrument"/> turns it back into the exact decimal.
/// </remarks>
public readonly record struct Candle
{
    private readonly long _openTicks;

    public Candle(DateTimeOffset openTime, double open, double high, double low, double close, double volume)
    {
        _openTicks = openTime.UtcTicks;
        Open = open;
        High = high;
        Low = low;
        Close = close;
        Volume = volume;
    }

    public DateTimeOffset OpenTime => new(_openTicks, TimeSpan.Zero);

    /// <summary><see cref="OpenTime"/> in UTC ticks, for arithmetic that runs for every candle.</summary>
    internal long OpenTicks => _openTicks;

    public double Open { get; }

    public double High { get; }

    public double Low { get; }

    public double Close { get; }

    public double Volume { get; }

    /// <summary>(high + low + close) / 3, the price VWAP and its kin weigh by volume.</summary>
    public double TypicalPrice => (High + Low + Close) / 3;

    /// <summary>Null where the bar is possible, else what is wrong with it, for a message to whoever supplied it.</summary>
    public string? Flaw() => this switch
    {
        _ when !(double.IsFinite(Open) && double.IsFinite(High) && double.IsFinite(Low) && double.IsFinite(Close)) =>
            "a price is not a finite number",
        _ when Low <= 0 => "a price is zero or negative",
        _ when High < Math.Max(Open, Close) => "the high is below the open or the close",
        _ when Low > Math.Min(Open, Close) => "the low is above the open or the close",
        _ when !double.IsFinite(Volume) || Volume < 0 => "the volume is negative or not a finite number",
        _ => null,
    };
}
