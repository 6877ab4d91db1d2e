using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Tests.Orders;

public sealed class OrderTransitionsTests
{
    // One row a status: what may follow. R recorded, U unsettled, O open, P partially filled, F filled, C cancelled,
    // E expired, X rejected, N not sent.
    private static readonly Dictionary<OrderStatus, string> Table = new()
    {
        [OrderStatus.Recorded] = "RUOPFCEXN",
        [OrderStatus.Unsettled] = "UOPFCEXN",
        [OrderStatus.Open] = "OPFCEX",
        [OrderStatus.PartiallyFilled] = "PFCE",
        [OrderStatus.Filled] = "F",
        [OrderStatus.Cancelled] = "C",
        [OrderStatus.Expired] = "E",
        [OrderStatus.Rejected] = "X",
        [OrderStatus.NotSent] = "N",
    };

    public static TheoryData<OrderStatus> All { get; } = [.. Enum.GetValues<OrderStatus>()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_status_is_followed_by_those_of_its_row_alone(OrderStatus from)
    {
        var followers = Enum.GetValues<OrderStatus>().Where(to => from.CanBecome(to)).Select(to => "RUOPFCEXN"[(int)to - 1]);

        Assert.Equal(Table[from], string.Concat(followers));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_status_is_in_flight_or_working_or_final(OrderStatus status)
    {
        var kinds = new[] { status.IsInFlight(), status.IsWorking(), status.IsFinal() };

        Assert.Single(kinds, kind => kind);
        Assert.Equal(Table[status].Length == 1, status.IsFinal());
    }

    [Fact]
    public void Nothing_leads_back_to_not_knowing() => Assert.All(
        Enum.GetValues<OrderStatus>().Where(status => status.IsWorking()),
        status => Assert.False(status.CanBecome(OrderStatus.Unsettled) || status.CanBecome(OrderStatus.NotSent)));

    [Fact]
    public void What_was_partly_traded_cannot_have_been_rejected_or_never_sent()
    {
        Assert.False(OrderStatus.PartiallyFilled.CanBecome(OrderStatus.Rejected));
        Assert.False(OrderStatus.PartiallyFilled.CanBecome(OrderStatus.NotSent));
        Assert.False(OrderStatus.PartiallyFilled.CanBecome(OrderStatus.Open));
    }
}
