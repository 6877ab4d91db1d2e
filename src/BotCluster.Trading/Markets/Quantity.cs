using System.Globalization;

namespace BotCluster.Trading.Markets;

/// <summary>An amount of the base asset (or of contracts). Never negative; the side of an order says which way.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    public Quantity(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    public static Quantity Zero => default;

    public decimal Value { get; }

    public bool IsZero => Value == 0m;

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + right.Value);

    /// <summary>Throws where more is taken away than there is: running short is for the caller to see first.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - right.Value);

    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;

    public static Quantity Min(Quantity left, Quantity right) => left <= right ? left : right;

    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
