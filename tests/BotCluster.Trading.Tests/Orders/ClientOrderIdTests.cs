using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Tests.Orders;

public sealed class ClientOrderIdTests
{
    [Theory]
    [InlineData("abc123", 0, 0, 0, "babc1230000000000000000")]
    [InlineData("abc123", 1, 1, 1, "babc1230000001001000001")]
    [InlineData("zzzzzz", 78_364_164_095, 46_655, 2_176_782_335, "bzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("000000", 35, 36, 37, "b000000000000z010000011")]
    public void Spells_its_parts_in_twenty_three_letters_and_digits(string installation, long bot, int epoch, long number, string text)
    {
        var id = ClientOrderId.Of(installation, bot, epoch, number);

        Assert.Equal(text, id.ToString());
        Assert.Equal(ClientOrderId.Length, text.Length);
        Assert.Equal((installation, bot, epoch, number), (id.Installation, id.BotNumber, id.Epoch, id.Number));
    }

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var random = new Random(20_261_120);
        for (var round = 0; round < 1_000; round++)
        {
            var id = ClientOrderId.Of("q7x9k2", random.NextInt64(78_364_164_096), random.Next(46_656), random.NextInt64(2_176_782_336));

            Assert.True(ClientOrderId.TryParse(id.ToString(), out var read), $"Round {round}: {id}");
            Assert.Equal(id, read);
            Assert.Equal((id.BotNumber, id.Epoch, id.Number), (read.BotNumber, read.Epoch, read.Number));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x-HNA2TXFJab12")]
    [InlineData("web_7f3a9c2e41d84b0f9ac1")]
    [InlineData("babc123000000100100000")]
    [InlineData("babc12300000010010000011")]
    [InlineData("aabc1230000001001000001")]
    [InlineData("babc1230000001001-00001")]
    [InlineData("BABC1230000001001000001")]
    [InlineData("babc12300000010010000é1")]
    public void Orders_of_others_are_not_ours(string? text) => Assert.False(ClientOrderId.TryParse(text, out _));

    [Theory]
    [InlineData("abc12", 1, 1, 1)]
    [InlineData("abc1234", 1, 1, 1)]
    [InlineData("ABC123", 1, 1, 1)]
    [InlineData("abc-12", 1, 1, 1)]
    [InlineData("abc123", -1, 1, 1)]
    [InlineData("abc123", 78_364_164_096, 1, 1)]
    [InlineData("abc123", 1, 46_656, 1)]
    [InlineData("abc123", 1, 1, -1)]
    [InlineData("abc123", 1, 1, 2_176_782_336)]
    public void What_does_not_fit_is_a_mistake(string installation, long bot, int epoch, long number) =>
        Assert.ThrowsAny<ArgumentException>(() => ClientOrderId.Of(installation, bot, epoch, number));

    [Fact]
    public void An_id_that_was_never_set_is_loud() => Assert.Throws<InvalidOperationException>(() => default(ClientOrderId).Number);
}
