using BotCluster.Trading.Markets;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>A price at which an order fills, and on which side of the book.</summary>
public readonly record struct Fill(Price Price, Liquidity Liquidity);
