using BotCluster.Trading.Sizing;

namespace BotCluster.Trading.Tests.Sizing;

public sealed class SizingOptionsTests
{
    public static TheoryData<string, SizingOptions> Broken { get; } = new()
    {
        { "sizing.share", new SizingOptions.FixedFraction { Share = 0m } },
        { "sizing.share", new SizingOptions.FixedFraction { Share = 0.501m } },
        { "sizing.share", new SizingOptions.ConfidenceScaled { Share = -0.1m } },
        { "sizing.risk", new SizingOptions.RiskAtStop { Risk = 0m } },
        { "sizing.risk", new SizingOptions.RiskAtStop { Risk = 0.21m } },
        { "sizing.target", new SizingOptions.VolatilityTarget { Target = 0.21m } },
        { "sizing.fraction", new SizingOptions.Kelly { Fraction = 1.01m } },
        { "sizing.maximumShare", new SizingOptions.Kelly { MaximumShare = 0.26m } },
    };

    public static TheoryData<SizingOptions> Defaults { get; } =
    [
        new SizingOptions.FixedFraction(),
        new SizingOptions.ConfidenceScaled(),
        new SizingOptions.RiskAtStop(),
        new SizingOptions.VolatilityTarget(),
        new SizingOptions.Kelly(),
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void An_option_out_of_bounds_is_named_with_what_is_allowed(string path, SizingOptions options)
    {
        var violation = Assert.Single(options.Validate());

        Assert.Equal(path, violation.Path);
        Assert.Matches("^Must be from .+ to .+, not .+\\.$", violation.Message);
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Defaults_are_allowed(SizingOptions options) => Assert.Empty(options.Validate());
}
