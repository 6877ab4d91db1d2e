namespace BotCluster.Trading.Markets;

/// <summary>Which way a position earns: long when the price rises, short when it falls.</summary>
public enum Direction
{
    Long = 1,
    Short = 2,
}

/// <summary>Which way an order trades.</summary>
public enum Side
{
    Buy = 1,
    Sell = 2,
}

/// <summary>How directions and sides belong together.</summary>
public static class Sides
{
    public static Side Opens(this Direction direction) => direction == Direction.Long ? Side.Buy : Side.Sell;

    public static Side Closes(this Direction direction) => direction == Direction.Long ? Side.Sell : Side.Buy;

    /// <summary>1 for long, -1 for short: what a rise of the price by one is worth to one unit.</summary>
    public static int Sign(this Direction direction) => direction == Direction.Long ? 1 : -1;
}
