using BotCluster.Trading.Orders;
using BotCluster.Trading.Tests.Risk;

namespace BotCluster.Trading.Tests.Orders;

public sealed class BotOrderTests
{
    [Fact]
    public void A_step_keeps_the_order_and_its_note()
    {
        var rejected = Recorded().Become(OrderStatus.Unsettled, "No answer.").Become(OrderStatus.Open);

        Assert.Equal((OrderStatus.Open, "No answer."), (rejected.Status, rejected.Note));
        Assert.Equal(Recorded().Id, rejected.Id);
    }

    [Fact]
    public void A_step_that_the_table_does_not_know_is_a_mistake()
    {
        var filled = Recorded().Become(OrderStatus.Filled);

        var mistake = Assert.Throws<InvalidOperationException>(() => filled.Become(OrderStatus.Open));
        Assert.Contains("Filled to Open", mistake.Message, StringComparison.Ordinal);
    }

    private static BotOrder Recorded() => new()
    {
        Id = ClientOrderId.Of("abc123", 1, 1, 1),
        Intent = Given.Entry(),
        Status = OrderStatus.Recorded,
        RecordedAt = Given.Noon,
        ExpiresAt = Given.Noon.AddSeconds(10),
    };
}
