using System.Globalization;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Markets;

public sealed class TimeframeTests
{
    [Theory]
    [InlineData("1m", 1, "1m")]
    [InlineData("7m", 7, "7m")]
    [InlineData("60m", 60, "1h")]
    [InlineData("90m", 90, "90m")]
    [InlineData("4h", 240, "4h")]
    [InlineData("24h", 1440, "1d")]
    [InlineData("3d", 4320, "3d")]
    [InlineData("7d", 10080, "1w")]
    [InlineData("1w", 10080, "1w")]
    public void Reads_minutes_hours_days_and_weeks(string text, int minutes, string spelled)
    {
        var timeframe = Timeframe.Parse(text);

        Assert.Equal((minutes, spelled), (timeframe.Minutes, timeframe.ToString()));
        Assert.Equal(timeframe, Timeframe.Parse(spelled));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("5")]
    [InlineData("5s")]
    [InlineData("5M")]
    [InlineData(" 5m")]
    [InlineData("1.5h")]
    [InlineData("2w")]
    [InlineData("8d")]
    [InlineData("99999m")]
    [InlineData("999999999m")]
    public void Refuses_what_is_no_timeframe(string? text)
    {
        Assert.False(Timeframe.TryParse(text, out _));
        var refusal = Assert.Throws<FormatException>(() => Timeframe.Parse(text!));
        Assert.Contains(Timeframe.Allowed, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5m", "2026-03-10T12:04:59Z", "2026-03-10T12:00:00Z")]
    [InlineData("5m", "2026-03-10T12:05:00Z", "2026-03-10T12:05:00Z")]
    [InlineData("4h", "2026-03-10T15:59:59Z", "2026-03-10T12:00:00Z")]
    [InlineData("1d", "2026-03-11T01:00:00+09:00", "2026-03-10T00:00:00Z")]
    [InlineData("1w", "2026-03-10T12:00:00Z", "2026-03-09T00:00:00Z")]
    [InlineData("1w", "2026-03-09T00:00:00Z", "2026-03-09T00:00:00Z")]
    [InlineData("1w", "2026-03-08T23:59:59Z", "2026-03-02T00:00:00Z")]
    [InlineData("1h", "1969-12-31T23:30:00Z", "1969-12-31T23:00:00Z")]
    public void Candles_open_on_multiples_of_the_timeframe_and_weeks_on_monday(string timeframe, string instant, string open)
    {
        var opened = Timeframe.Parse(timeframe).OpenOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

        Assert.Equal((DateTimeOffset.Parse(open, CultureInfo.InvariantCulture), TimeSpan.Zero), (opened, opened.Offset));
    }

    [Fact]
    public void Closes_exactly_where_the_next_candle_opens()
    {
        var noon = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

        Assert.True(Timeframe.FourHours.ClosesAt(noon));
        Assert.False(Timeframe.FourHours.ClosesAt(noon.AddTicks(1)));
        Assert.False(Timeframe.OneDay.ClosesAt(noon));
    }

    [Theory]
    [InlineData("1h", "5m", true)]
    [InlineData("1h", "7m", false)]
    [InlineData("1h", "4h", false)]
    [InlineData("1w", "1d", true)]
    public void Is_made_of_finer_candles_where_they_fit(string coarse, string fine, bool fits) =>
        Assert.Equal(fits, Timeframe.Parse(coarse).IsMultipleOf(Timeframe.Parse(fine)));

    [Fact]
    public void Has_bounds_and_no_default()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Timeframe(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Timeframe(Timeframe.LongestMinutes + 1));
        Assert.Throws<InvalidOperationException>(() => default(Timeframe).Minutes);
        Assert.Equal("", default(Timeframe).ToString());
        Assert.True(Timeframe.FiveMinutes.CompareTo(Timeframe.OneHour) < 0);
    }
}
