using System.Globalization;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Paper;

namespace BotCluster.Trading.Tests.Paper;

public sealed class FundingTests
{
    private static readonly Symbol Perpetual = Symbol.Parse("BTC-USDT-PERP");

    // direction, hours between payments, opened, after, until: payments
    [Theory]
    [InlineData("Long", 8, "01 00:00", "01 00:00", "01 07:59", "")]
    [InlineData("Long", 8, "01 00:00", "01 00:00", "01 08:00", "01 08:00 0.2")]
    [InlineData("Long", 8, "01 00:00", "01 08:00", "01 08:05", "")]
    [InlineData("Short", 8, "01 00:00", "01 07:55", "01 08:00", "01 08:00 -0.2")]
    [InlineData("Long", 8, "01 00:00", "01 07:55", "02 00:00", "01 08:00 0.2, 01 16:00 0.2, 02 00:00 0.2")]
    [InlineData("Long", 8, "01 08:00", "01 07:55", "01 16:00", "01 16:00 0.2")]
    [InlineData("Long", 8, "01 12:00", "01 00:00", "01 16:00", "01 16:00 0.2")]
    [InlineData("Long", 7, "01 00:00", "01 20:00", "02 08:00", "01 21:00 0.2, 02 00:00 0.2, 02 07:00 0.2")]
    public void Pays_at_the_venues_times(string direction, int hours, string opened, string after, string until, string expected)
    {
        var terms = new FundingTerms(0.001m, TimeSpan.FromHours(hours));
        var position = Held(Enum.Parse<Direction>(direction), At(opened));

        var payments = Funding.Due(position, Traded(terms), At(after), At(until), new Price(100m));

        Assert.Equal(expected, string.Join(", ", payments.Select(Spell)));
    }

    [Fact]
    public void Charges_nothing_where_no_terms_are_known() =>
        Assert.Empty(Funding.Due(Held(Direction.Long, At("01 00:00")), Traded(null), At("01 00:00"), At("09 00:00"), new Price(100m)));

    private static Instrument Traded(FundingTerms? terms) =>
        new(Perpetual, 0.01m, 0.001m, 5m, Fees.Paper, 5m) { Funding = terms };

    private static Position Held(Direction direction, DateTimeOffset openedAt) => new()
    {
        Symbol = Perpetual,
        Direction = direction,
        Quantity = new Quantity(2m),
        Cost = 190m,
        Leverage = 2m,
        OpenedAt = openedAt,
        TradeNumber = 1,
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(
        $"2024-02-{text}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Spell(FundingPayment payment) =>
        string.Create(CultureInfo.InvariantCulture, $"{payment.At:dd HH:mm} {payment.Amount:0.####}");
}
