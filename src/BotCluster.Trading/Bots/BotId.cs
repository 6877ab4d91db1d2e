namespace BotCluster.Trading.Bots;

/// <summary>One bot, for ever: ids are never used again.</summary>
public readonly record struct BotId(Guid Value) : IComparable<BotId>
{
    public int CompareTo(BotId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}
