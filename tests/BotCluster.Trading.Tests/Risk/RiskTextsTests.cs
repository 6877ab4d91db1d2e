using System.Reflection;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class RiskTextsTests
{
    public static TheoryData<RiskReason, string, string> Reasons { get; } = new()
    {
        { new RiskReason.RewardToRisk(1.1m, 1.3m), "reward-risk", "Reward to risk 1.1 is under 1.3." },
        { new RiskReason.RewardToRisk(1.2999m, 1.3m), "reward-risk", "Reward to risk 1.2999 is under 1.3." },
        { new RiskReason.PositionSize(0.4m, 0.35m), "position-size", "Position size 40 % of equity is over 35 %." },
        { new RiskReason.DailyLoss(120.5m, 100m), "daily-loss", "Today's loss 120.5 has reached 100." },
        { new RiskReason.DailyLoss(80m, 100m), "daily-loss", "Today's loss reached 100 before it came back to 80." },
        { new RiskReason.Drawdown(0.2134m, 0.2m), "drawdown", "Drawdown 21.34 % from the peak has reached 20 %." },
        { new RiskReason.MinimumOrder(49.999m, 50m), "minimum-order", "Order value 49.999 is under the minimum of 50." },
        { new RiskReason.StopTooClose(0.01m, 0.015m), "stop-too-close", "Stop distance 1 % is under 1.5 %." },
        { new RiskReason.Cooldown(Given.Perpetual, Given.Noon), "cooldown", "BTC-USDT-PERP rests after a stop until 2026-03-10 12:00 UTC." },
        { new RiskReason.Unknown(RiskUnknown.Price), "unknown", "Refused because the price is not known." },
        { new RiskReason.WinProbability(0.35, 0.4m, 20), "win-probability", "35 % of the last 20 trades were won, under 40 %." },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Says_what_was_too_much_with_its_numbers(RiskReason reason, string code, string text) =>
        Assert.Equal((code, text), (reason.Code, RiskTexts.Describe(reason)));

    [Fact]
    public void Every_reason_has_words_and_a_code_of_its_own()
    {
        var reasons = typeof(RiskReason).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RiskReason))).Select(Make).ToArray();

        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.EndsWith(".", RiskTexts.Describe(reason), StringComparison.Ordinal));
        Assert.All(reasons, reason => Assert.Matches("^[a-z]+(-[a-z]+)*$", reason.Code));
        Assert.Equal(reasons.Length, reasons.Select(reason => reason.Code).Distinct().Count());
    }

    [Fact]
    public void Every_unknown_and_every_flaw_has_words()
    {
        Assert.All(Enum.GetValues<RiskUnknown>(), what => Assert.NotEmpty(RiskTexts.Describe(new RiskReason.Unknown(what))));
        Assert.All(Enum.GetValues<OrderFlaw>(), flaw => Assert.NotEmpty(RiskTexts.Describe(new RiskReason.InvalidOrder(flaw))));
    }

    private static RiskReason Make(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return (RiskReason)constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(decimal) => 0.123m,
        var type when type == typeof(double) => 0.123,
        var type when type == typeof(int) => 3,
        var type when type == typeof(Symbol) => Given.Perpetual,
        var type when type == typeof(Price) => new Price(95m),
        var type when type == typeof(Quantity) => new Quantity(2m),
        var type when type == typeof(DateTimeOffset) => Given.Noon,
        var type when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        var type => throw new InvalidOperationException($"No sample of {type}."),
    };
}
