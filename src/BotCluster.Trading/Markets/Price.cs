using System.Globalization;

namespace BotCluster.Trading.Markets;

/// <summary>How much of the quote asset one unit of the base asset costs. Always above zero.</summary>
public readonly record struct Price : IComparable<Price>
{
    private readonly decimal _value;

    public Price(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        _value = value;
    }

    // default(Price) is no price; using it is a mistake that must be loud.
    public decimal Value => _value > 0m ? _value : throw new InvalidOperationException("A price that was never set was used.");

    /// <summary>The amount of the quote asset that this quantity costs at this price.</summary>
    public static decimal operator *(Price price, Quantity quantity) => price.Value * quantity.Value;

    public static bool operator <(Price left, Price right) => left._value < right._value;

    public static bool operator >(Price left, Price right) => left._value > right._value;

    public static bool operator <=(Price left, Price right) => left._value <= right._value;

    public static bool operator >=(Price left, Price right) => left._value >= right._value;

    public int CompareTo(Price other) => _value.CompareTo(other._value);

    public override string ToString() => _value.ToString(CultureInfo.InvariantCulture);
}
