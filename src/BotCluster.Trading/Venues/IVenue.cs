using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Venues;

/// <summary>Where orders go: the paper book or an exchange.</summary>
/// <remarks>
/// Answers complete synchronously where nothing has to be waited for. An unanswered request is an
/// answer too (<see cref="PlaceOutcome.Unanswered"/>), never an exception.
/// </remarks>
public interface IVenue
{
    /// <summary>Sends one order, once, and not after its expiry.</summary>
    ValueTask<PlaceOutcome> PlaceAsync(OutgoingOrder order, CancellationToken cancellationToken);

    ValueTask<CancelOutcome> CancelAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken);

    /// <returns>Null where the venue does not know the order, which proves nothing before the venue's settle time.</returns>
    ValueTask<OrderReport?> QueryAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<OrderReport>> OpenOrdersAsync(CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<VenueTrade>> TradesAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken);

    /// <summary>How long after an order's expiry "not found" is to be believed: clock skew and the venue's own delay.</summary>
    TimeSpan SettleTime { get; }
}

/// <summary>An approved order with the name and expiry that its durable intent carries.</summary>
public sealed record OutgoingOrder(ApprovedOrder Approved, ClientOrderId Id, DateTimeOffset ExpiresAt);

/// <summary>What a venue says of an order.</summary>
/// <param name="Id">The order's name.</param>
/// <param name="Symbol">What it trades.</param>
/// <param name="Status">Where it stands at the venue; never recorded, unsettled or not sent.</param>
/// <param name="Filled">The total the venue says was traded; the books believe only its trades.</param>
public sealed record OrderReport(ClientOrderId Id, Symbol Symbol, OrderStatus Status, Quantity Filled);

/// <summary>What came of sending an order.</summary>
public abstract record PlaceOutcome
{
    private PlaceOutcome()
    {
    }

    public sealed record Accepted(OrderReport Report) : PlaceOutcome;

    public sealed record Rejected(VenueError Error) : PlaceOutcome;

    /// <summary>No answer, a timeout or a server error: the order may or may not be there.</summary>
    public sealed record Unanswered(string Detail) : PlaceOutcome;
}

/// <summary>What came of asking for a cancel. It concludes nothing by itself: the order may just have filled.</summary>
public abstract record CancelOutcome
{
    private CancelOutcome()
    {
    }

    public sealed record Cancelled(OrderReport Report) : CancelOutcome;

    /// <summary>The venue holds no such open order: it filled, ended, or never came.</summary>
    public sealed record NotOpen : CancelOutcome;

    public sealed record Unanswered(string Detail) : CancelOutcome;
}

/// <summary>Why a venue refuses, in a closed set into which each venue's own codes are mapped.</summary>
public abstract record VenueError(string Detail)
{
    public sealed record RateLimited(string Detail, TimeSpan? RetryAfter) : VenueError(Detail);

    public sealed record InsufficientFunds(string Detail) : VenueError(Detail);

    public sealed record InvalidOrder(string Detail) : VenueError(Detail);

    public sealed record UnknownOrder(string Detail) : VenueError(Detail);

    public sealed record Authentication(string Detail) : VenueError(Detail);

    public sealed record VenueDown(string Detail) : VenueError(Detail);
}

/// <summary>A venue that fills orders by itself out of candles: paper trading and backtests.</summary>
/// <remarks>
/// A candle reaches it in two halves, so that a position opened at the candle's open has its protective stop in place
/// before the rest of that same candle is looked at. What it hands out has to be booked before it is called again.
/// </remarks>
public interface ISimulatedVenue : IVenue
{
    /// <summary>Fills what trades at the candle's open: market orders, and limits and stops that the open gapped over.</summary>
    /// <param name="symbol">Whose candle it is.</param>
    /// <param name="candle">The candle.</param>
    /// <param name="trades">Gets the trades, in the order they happened.</param>
    /// <param name="ended">Gets a last report of each order that is over: filled, expired, or cancelled as nothing was left to reduce.</param>
    void Open(Symbol symbol, in Candle candle, ICollection<VenueTrade> trades, ICollection<OrderReport> ended);

    /// <summary>Fills what the rest of the candle reaches. Where it touches both a stop and a target, the stop is taken first.</summary>
    /// <param name="symbol">Whose candle it is.</param>
    /// <param name="candle">The same candle as its open's.</param>
    /// <param name="trades">Gets the trades, in the order they happened.</param>
    /// <param name="ended">Gets a last report of each order that is over.</param>
    void Rest(Symbol symbol, in Candle candle, ICollection<VenueTrade> trades, ICollection<OrderReport> ended);
}
