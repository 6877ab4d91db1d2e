using System.Globalization;

namespace BotCluster.Trading.Bots;

/// <summary>One setting of a mode, a rule or a limit: its name, what it means, its default and its bounds.</summary>
/// <remarks>
/// Bounds stand here and nowhere else: validation, the form of the page and the reader of JSON all go by it. The
/// default stands in the options record itself.
/// </remarks>
public sealed class Option
{
    internal Option(string name, OptionType type, Func<object, object?> read, Func<object, object?, object> with)
    {
        Name = name;
        Type = type;
        Read = read;
        With = with;
    }

    /// <summary>As it is spelled in settings: <c>fastPeriod</c>.</summary>
    public string Name { get; }

    public OptionType Type { get; }

    public required string Description { get; init; }

    /// <summary>Null where the setting is off by default.</summary>
    public required object? Default { get; init; }

    /// <summary>Whether null is allowed, and means off.</summary>
    public bool CanBeOff { get; init; }

    /// <summary>The smallest value allowed, of the option's own type.</summary>
    public IComparable? Minimum { get; init; }

    /// <summary>The largest value allowed, of the option's own type.</summary>
    public IComparable? Maximum { get; init; }

    /// <summary>The names to choose from, each with its value; empty where the option is not a choice.</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];

    /// <summary>The settings of a group; null where the option is none.</summary>
    public OptionSet? Group { get; init; }

    /// <summary>Reads the setting out of its options record.</summary>
    public Func<object, object?> Read { get; }

    /// <summary>The options record with this setting changed.</summary>
    public Func<object, object?, object> With { get; }

    /// <summary>What is allowed, in words for a message.</summary>
    public string Allowed
    {
        get
        {
            var values = Type switch
            {
                OptionType.Boolean => "true or false",
                OptionType.Group => "an object",
                OptionType.Choice => string.Join(", ", Choices.Select(choice => choice.Name)),
                OptionType.Integer => $"a whole number from {Spell(Minimum)} to {Spell(Maximum)}",
                _ => $"from {Spell(Minimum)} to {Spell(Maximum)}",
            };
            return CanBeOff ? $"{values}, or null for off" : values;
        }
    }

    /// <summary>All that is wrong with this setting in an options record.</summary>
    public IEnumerable<SettingsViolation> Check(object options) => (Read(options), Group) switch
    {
        ({ } value, { } group) =>
            group.Check(value).Select(violation => violation with { Path = $"{Name}.{violation.Path}" }),
        var (value, _) => IsAllowed(value) ? [] : [new SettingsViolation(Name, $"Must be {Allowed}, not {Spell(value)}.")],
    };

    /// <summary>A value as settings spell it.</summary>
    public static string Spell(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        Enum member => Spell(member.ToString()),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static string Spell(string member) =>
        member.Length > 0 && char.IsAsciiLetterUpper(member[0]) ? char.ToLowerInvariant(member[0]) + member[1..] : member;

    private bool IsAllowed(object? value) => value switch
    {
        null => CanBeOff,
        bool => true,
        Enum => Choices.Any(choice => choice.Value.Equals(value)),
        double number when !double.IsFinite(number) => false,
        _ => (Minimum is null || Minimum.CompareTo(value) <= 0) && (Maximum is null || Maximum.CompareTo(value) >= 0),
    };
}

/// <summary>One name of a closed list, and the value it stands for.</summary>
public sealed record OptionChoice(string Name, object Value);
