using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BotCluster.Gateways.Replay;

/// <summary>How fast a replay runs: so many steps each second of the wall clock, or as fast as the bots can follow.</summary>
public readonly record struct ReplaySpeed
{
    public const double Slowest = 0.01;
    public const double Fastest = 100_000;

    public const string Allowed = "0.01 to 100000 steps a second, or max";

    private const string Unlimited = "max";

    private ReplaySpeed(double? stepsPerSecond) => StepsPerSecond = stepsPerSecond;

    /// <summary>One 5-minute candle a second: a day takes just under five minutes.</summary>
    public static ReplaySpeed Default => new(1);

    /// <summary>As fast as the bots can follow.</summary>
    public static ReplaySpeed Max => default;

    /// <summary>Null where nothing holds the replay back.</summary>
    public double? StepsPerSecond { get; }

    public static ReplaySpeed Of(double stepsPerSecond) => stepsPerSecond is >= Slowest and <= Fastest
        ? new ReplaySpeed(stepsPerSecond)
        : throw new ArgumentOutOfRangeException(nameof(stepsPerSecond), stepsPerSecond, $"A replay runs at {Allowed}.");

    public static ReplaySpeed Parse(string text) => TryParse(text, out var speed)
        ? speed
        : throw new FormatException($"'{text}' is not a speed: {Allowed}.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ReplaySpeed speed)
    {
        speed = default;
        if (text == Unlimited)
        {
            return true;
        }

        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var steps)
            || steps is not (>= Slowest and <= Fastest))
        {
            return false;
        }

        speed = new ReplaySpeed(steps);
        return true;
    }

    public string InWords() => StepsPerSecond switch
    {
        null => "as fast as the bots can follow",
        1 => "one step a second",
        { } steps => string.Create(CultureInfo.InvariantCulture, $"{steps} steps a second"),
    };

    public override string ToString() => StepsPerSecond?.ToString(CultureInfo.InvariantCulture) ?? Unlimited;
}
