namespace BotCluster.Trading.Markets;

/// <summary>An exact amount of one asset.</summary>
/// <remarks>
/// Mixing assets is a mistake in our code, so it throws. Running short of an asset is ordinary trading, so it is
/// a refusal and never an exception.
/// </remarks>
public readonly record struct Money(decimal Amount, Asset Asset)
{
    public bool IsNegative => Amount < 0m;

    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, SameAsset(left, right));

    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, SameAsset(left, right));

    private static Asset SameAsset(Money left, Money right) => left.Asset == right.Asset
        ? left.Asset
        : throw new InvalidOperationException($"Cannot combine {left.Asset} with {right.Asset}.");

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Amount} {Asset}");
}
