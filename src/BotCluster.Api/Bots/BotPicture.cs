using BotCluster.Engine.Bots;
using BotCluster.Engine.Json;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Api.Bots;

/// <summary>A bot as it is shown: who it is and what it did from the ledger, how it stands now from the engine.</summary>
/// <param name="Row">What the ledger knows.</param>
/// <param name="Now">Null for a bot that the engine does not run: a retired one.</param>
internal sealed record BotPicture(BotRow Row, BotSnapshot? Now)
{
    private readonly BotSettings _settings = Now?.Settings ?? SettingsOf(Row);

    public BotSummary Summary(IReadOnlyList<double>? spark)
    {
        var equity = Equity;
        var figures = Row.Figures;
        return new BotSummary
        {
            Id = Row.Definition.Id.Value,
            ClientId = Row.Definition.Tenant.Value,
            ClientName = Row.TenantName,
            Number = Row.Definition.Number,
            Name = _settings.Name,
            Mode = _settings.Mode.Kind,
            Symbols = [.. _settings.Symbols.Select(symbol => symbol.ToString())],
            Timeframe = _settings.Timeframe.ToString(),
            Venue = _settings.Venue,
            Status = Now?.Status ?? Row.Status,
            Block = Now?.Block,
            Trouble = Now?.Trouble?.Text,
            Budget = _settings.Budget,
            Equity = equity,
            Cash = Now?.Cash ?? figures?.Cash ?? _settings.Budget,
            Realised = Now?.Totals.Realised ?? figures?.NetProfit ?? 0m,
            Unrealised = Now?.Unrealised ?? figures?.Unrealised ?? 0m,
            Fees = Now?.Totals.Fees ?? 0m,
            Profit = equity - _settings.Budget,
            ProfitShare = _settings.Budget > 0m ? (double)((equity - _settings.Budget) / _settings.Budget) : 0,
            Drawdown = Drawdown(equity),
            OpenPositions = Now?.Positions.Count ?? 0,
            Trades = figures?.Trades ?? 0,
            WinRate = figures is { Trades: > 0 } ? (double)figures.Wins / figures.Trades : null,
            Cycles = Now?.Cycles ?? 0,
            Refusals = Now?.Refusals ?? 0,
            LastStep = Now?.LastStep ?? figures?.At,
            CreatedAt = Row.Definition.CreatedAt,
            Spark = spark,
        };
    }

    public Bot Whole(IReadOnlyList<double>? spark) => new(Summary(spark), Detail());

    private BotDetail Detail() => new(
        SettingsDocument.Of(_settings),
        Now?.Version ?? 0,
        [.. (Now?.Positions ?? []).Select(Position.Of)],
        [.. (Now?.Orders ?? []).Select(order => Order.Of(order, Now?.LastStep ?? order.RecordedAt))],
        new Totals(Now?.Totals.Realised ?? 0m, Now?.Totals.Fees ?? 0m, Now?.Totals.Funding ?? 0m),
        Now?.PeakEquity,
        Now?.Holds ?? 0);

    // While a price is missing the last known worth is shown, or, before the first, what the positions cost.
    private decimal Equity => Now?.Equity ?? Row.Figures?.Equity ?? (Now is null
        ? _settings.Budget
        : Now.Cash + Now.Positions.Sum(held => held.Position.Symbol.Kind == MarketKind.Spot ? held.Position.Cost : 0m));

    private double Drawdown(decimal equity) => Now?.PeakEquity is { } peak && peak > 0m
        ? Math.Max(0, (double)((peak - equity) / peak))
        : Row.Figures?.Drawdown ?? 0;

    private static BotSettings SettingsOf(BotRow row) => SettingsJson.Parse(row.Settings) is SettingsReading.Accepted accepted
        ? accepted.Settings
        : throw new InvalidOperationException($"The settings of bot {row.Definition.Id} in the ledger cannot be read.");
}
