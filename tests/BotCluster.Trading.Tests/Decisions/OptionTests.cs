using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Trading.Tests.Decisions;

public sealed class OptionTests
{
    public static TheoryData<string> Sets => [.. AllSets.Keys];

    private static Dictionary<string, OptionSet> AllSets { get; } = DecisionModes.All.Concat(SizingKinds.All)
        .Select(kind => (kind.Kind, kind.Options))
        .Append(("risk", RiskLimitOptions.Set))
        .Append(("exits", ExitOptionSet.Set))
        .Append(("bot", BotOptions.Set))
        .ToDictionary(set => set.Item1, set => set.Item2);

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_default_is_allowed(string set)
    {
        Assert.Empty(AllSets[set].Check(AllSets[set].Defaults));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_option_reads_back_what_was_set(string set)
    {
        foreach (var option in AllSets[set].Options)
        {
            foreach (var value in new[] { option.Minimum, option.Maximum }.Concat(option.Choices.Select(choice => choice.Value)))
            {
                if (value is not null)
                {
                    Assert.Equal(value, option.Read(option.With(AllSets[set].Defaults, value)));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_bound_holds_and_the_violation_names_option_and_bounds(string set)
    {
        foreach (var option in AllSets[set].Options)
        {
            foreach (var value in Beyond(option))
            {
                var violation = Assert.Single(option.Check(option.With(AllSets[set].Defaults, value)));

                Assert.Equal(option.Name, violation.Path);
                Assert.Equal($"Must be {option.Allowed}, not {Option.Spell(value)}.", violation.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_property_of_the_record_is_an_option(string set)
    {
        string[] elsewhere = ["Name", "Mode", "Symbols", "Timeframe", "Venue", "Risk", "Sizing", "Exits"];
        var properties = AllSets[set].Defaults.GetType().GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => property.Name)
            .Where(name => set != "bot" || !elsewhere.Contains(name));

        Assert.Equal(properties.Select(Option.Spell).Order(), AllSets[set].Options.Select(option => option.Name).Order());
    }

    [Fact]
    public void A_group_that_is_set_is_checked_inside()
    {
        var limits = new RiskLimits { Pyramid = new PyramidLimits { FirstShare = 0.2m } };

        Assert.Contains(limits.Validate(), violation => violation.Path == "risk.pyramid.firstShare");
        Assert.Contains(limits.Validate(), violation => violation.Path == "risk.pyramid");
    }

    [Fact]
    public void Limits_that_contradict_each_other_are_refused()
    {
        var limits = new RiskLimits { MinimumStopDistance = 0.2m, MaximumStopDistance = 0.1m, DefaultStopDistance = 0.15m };

        Assert.Equal(
            ["risk.defaultStopDistance", "risk.defaultStopDistance", "risk.minimumStopDistance"],
            limits.Validate().Select(violation => violation.Path).Order());
    }

    private static IEnumerable<object> Beyond(Option option) => option.Type switch
    {
        OptionType.Integer => [(int)option.Minimum! - 1, (int)option.Maximum! + 1, int.MinValue, int.MaxValue],
        OptionType.Number => [(double)option.Minimum! - 0.01, (double)option.Maximum! + 0.01, double.NaN, double.PositiveInfinity],
        OptionType.Decimal => [(decimal)option.Minimum! - 0.0001m, (decimal)option.Maximum! + 0.0001m, decimal.MaxValue],
        OptionType.Duration => [(TimeSpan)option.Minimum! - TimeSpan.FromTicks(1), (TimeSpan)option.Maximum! + TimeSpan.FromTicks(1)],
        OptionType.Choice => [Enum.ToObject(option.Choices[0].Value.GetType(), 99)],
        _ => [],
    };
}
