namespace BotCluster.Standalone.Check;

/// <summary>A bot with what it believes.</summary>
internal sealed record BotRow(
    Guid Id, Guid Tenant_Id, long Number, string Name, string Client, string Status, long? Version, int? Epoch, byte[]? Payload);

/// <summary>An order as the ledger has it.</summary>
internal sealed record OrderRow(
    string Order_Id,
    string Symbol,
    string Side,
    string Direction,
    string Purpose,
    decimal Quantity,
    decimal Filled,
    decimal Leverage,
    string Status);

/// <summary>A fill as the ledger has it.</summary>
internal sealed record FillRow(
    string Order_Id,
    string Trade_Id,
    string Symbol,
    string Side,
    decimal Price,
    decimal Quantity,
    decimal Fee,
    string Fee_Asset,
    string Liquidity,
    DateTime At);

/// <summary>Money that moved without a trade, as the ledger has it.</summary>
internal sealed record BookingRow(long Number, string Kind, string? Symbol, decimal Amount);

/// <summary>A round trip as the ledger has it.</summary>
internal sealed record TradeRow(
    long Number,
    string Symbol,
    decimal Quantity,
    decimal Entry_Price,
    decimal Exit_Price,
    decimal Gross_Profit,
    decimal Fees,
    decimal Funding);

/// <summary>All that the ledger says of one bot.</summary>
internal sealed record BotHistory(
    IReadOnlyList<OrderRow> Orders,
    IReadOnlyList<FillRow> Fills,
    IReadOnlyList<BookingRow> Bookings,
    IReadOnlyList<TradeRow> Trades);
