using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Ledger.Queries;

/// <summary>A bot as lists know it.</summary>
/// <param name="Definition">Who it is.</param>
/// <param name="TenantName">Whose it is, by name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">What it was told to do.</param>
/// <param name="Settings">Its settings as JSON.</param>
/// <param name="ArchivedAt">When it was retired.</param>
/// <param name="Figures">Null before its first point of equity or round trip.</param>
public sealed record BotRow(
    BotDefinition Definition,
    string TenantName,
    string Name,
    BotStatus Status,
    string Settings,
    DateTimeOffset? ArchivedAt,
    BotFigures? Figures);

/// <summary>A bot's latest figures, in its quote asset.</summary>
/// <param name="At">The bot's time of its last point of equity; null, as all that belongs to it, before the first.</param>
/// <param name="Equity">Cash and the value of the positions.</param>
/// <param name="Cash">Cash alone.</param>
/// <param name="Unrealised">Profit of the open positions so far.</param>
/// <param name="Drawdown">How far below its peak, as a share.</param>
/// <param name="Trades">Round trips that ended.</param>
/// <param name="Wins">Those of them that earned something.</param>
/// <param name="NetProfit">What they earned after fees and funding.</param>
public sealed record BotFigures(
    DateTimeOffset? At,
    decimal? Equity,
    decimal? Cash,
    decimal? Unrealised,
    double? Drawdown,
    long Trades,
    long Wins,
    decimal NetProfit);
