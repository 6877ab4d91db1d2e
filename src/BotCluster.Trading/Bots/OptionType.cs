namespace BotCluster.Trading.Bots;

/// <summary>What kind of value a setting takes.</summary>
public enum OptionType
{
    Integer = 1,

    /// <summary>A statistic: a JSON number.</summary>
    Number = 2,

    /// <summary>Money or a share of it, exact: a JSON string.</summary>
    Decimal = 3,

    Boolean = 4,

    /// <summary>One name of a closed list.</summary>
    Choice = 5,

    /// <summary>A length of time, as <c>days.hh:mm:ss</c>.</summary>
    Duration = 6,

    /// <summary>Settings of its own under one name.</summary>
    Group = 7,
}
