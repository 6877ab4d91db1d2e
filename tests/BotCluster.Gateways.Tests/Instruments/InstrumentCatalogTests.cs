using BotCluster.Gateways.Instruments;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Tests.Instruments;

public sealed class InstrumentCatalogTests
{
    private static readonly Symbol Btc = Symbol.Parse("BTC-USDT");
    private static readonly Symbol BtcPerpetual = Symbol.Parse("BTC-USDT-PERP");

    [Fact]
    public void Reads_the_paper_venue_of_the_repository()
    {
        var catalog = InstrumentCatalog.Load(DemoFiles.Instruments);

        Assert.Equal("paper", catalog.Venue);
        Assert.Equal(0.01m, catalog.Instruments[Btc].Tick);
        Assert.Equal(Fees.Paper, catalog.Instruments[Btc].Fees);
        Assert.Null(catalog.Instruments[Btc].Funding);
        Assert.Equal(new FundingTerms(0.0001m, TimeSpan.FromHours(8)), catalog.Instruments[BtcPerpetual].Funding);
        Assert.Equal(50m, catalog.Instruments[BtcPerpetual].MaximumLeverage);
        Assert.Equal(Btc, catalog.CandlesOf(BtcPerpetual));
        Assert.Equal([Btc, BtcPerpetual], catalog.PricedBy(Btc));
        Assert.Null(catalog.CandlesOf(Symbol.Parse("NOPE-USDT")));
        Assert.Empty(catalog.PricedBy(Symbol.Parse("NOPE-USDT")));
    }

    [Fact]
    public void Has_candles_in_the_repository_for_everything_it_offers()
    {
        var catalog = InstrumentCatalog.Load(DemoFiles.Instruments);

        Assert.All(catalog.CandleSymbols, symbol => Assert.NotEmpty(
            Directory.GetFiles(DemoFiles.Candles, $"BINANCE_{symbol.Base}{symbol.Quote}_*.csv.gz")));
    }

    [Theory]
    [InlineData("{", "it is not JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("""{"venue":"paper"}""", "'instruments' is missing")]
    [InlineData("""{"venue":"","instruments":[]}""", "'venue' is empty")]
    [InlineData("""{"venue":"paper","instruments":[]}""", "'instruments' is empty")]
    [InlineData("""{"venue":"paper","instruments":[],"fees":1}""", "unknown key 'fees' (allowed: venue, instruments)")]
    [InlineData("""{"venue":"paper","instruments":[1]}""", "instruments[0]: must be an object")]
    [InlineData("""{"venue":"paper","instruments":[{"symbol":"BTCUSDT"}]}""", "instruments[0]: 'symbol' must be BASE-QUOTE")]
    public void Refuses_a_file_that_is_no_catalogue(string json, string expected)
    {
        var refusal = Assert.Throws<InvalidInstrumentsException>(() => InstrumentCatalog.Parse(json, "instruments.json"));

        Assert.StartsWith("instruments.json is refused: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"0.01","lot":"1"}""", "(X-USDT): 'minimumNotional' is missing")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":0.01,"lot":"1","minimumNotional":"5"}""", "'tick' is 0.01, but must be a number")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"0","lot":"1","minimumNotional":"5"}""", "'tick' is \"0\"")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"-1","lot":"1","minimumNotional":"5"}""", "'tick' is \"-1\"")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"NaN","lot":"1","minimumNotional":"5"}""", "'tick' is \"NaN\"")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"1e3","lot":"1","minimumNotional":"5"}""", "'tick' is \"1e3\"")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"1","lot":"1","lot":"1","minimumNotional":"5"}""", "'lot' stands there twice")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"1","lot":"1","minimumNotional":"5","maximumLeverage":"5"}""", "unknown key 'maximumLeverage'")]
    [InlineData("""{"symbol":"X-USDT","candles":"x","tick":"1","lot":"1","minimumNotional":"5"}""", "'candles' is not a symbol")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-EUR","tick":"1","lot":"1","minimumNotional":"5"}""", "'candles' is quoted in EUR")]
    [InlineData("""{"symbol":"X-USDT","candles":"X-USDT","tick":"1","lot":"1","minimumNotional":"5","takerFee":"0.5"}""", "'takerFee' is \"0.5\"")]
    [InlineData("""{"symbol":"X-USDT-PERP","candles":"X-USDT","tick":"1","lot":"1","minimumNotional":"5"}""", "'maximumLeverage' is missing")]
    [InlineData("""{"symbol":"X-USDT-PERP","candles":"X-USDT","tick":"1","lot":"1","minimumNotional":"5","maximumLeverage":"0.5"}""", "'maximumLeverage' is \"0.5\"")]
    [InlineData("""{"symbol":"X-USDT-PERP","candles":"X-USDT","tick":"1","lot":"1","minimumNotional":"5","maximumLeverage":"5","funding":{"rate":"0.0001","everyHours":7}}""", ".funding: 'everyHours' is 7")]
    [InlineData("""{"symbol":"X-USDT-PERP","candles":"X-USDT","tick":"1","lot":"1","minimumNotional":"5","maximumLeverage":"5","funding":{"rate":"1","everyHours":8}}""", ".funding: 'rate' is \"1\"")]
    public void Names_the_entry_and_what_is_wrong_with_it(string entry, string expected)
    {
        var good = """{"symbol":"GOOD-USDT","candles":"GOOD-USDT","tick":"1","lot":"1","minimumNotional":"5"}""";
        var json = $$"""{"venue":"paper","instruments":[{{good}},{{entry}}]}""";

        var refusal = Assert.Throws<InvalidInstrumentsException>(() => InstrumentCatalog.Parse(json, "instruments.json"));

        var flaw = Assert.Single(refusal.Flaws);
        Assert.StartsWith("instruments[1] (X-USDT", flaw, StringComparison.Ordinal);
        Assert.Contains(expected, flaw, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_every_flaw_at_once_and_doubles_by_both_places()
    {
        const string Good = """{"symbol":"A-USDT","candles":"A-USDT","tick":"1","lot":"1","minimumNotional":"5"}""";
        const string Bad = """{"symbol":"B-USDT","candles":"B-USDT","tick":"x","lot":"y","minimumNotional":"5"}""";

        var refusal = Assert.Throws<InvalidInstrumentsException>(() =>
            InstrumentCatalog.Parse($$"""{"venue":"paper","instruments":[{{Good}},{{Bad}},{{Good}}]}""", "instruments.json"));

        Assert.Equal(3, refusal.Flaws.Count);
        Assert.Contains("instruments[2]: A-USDT stands already at instruments[0]", refusal.Flaws);
    }

    [Fact]
    public void Says_which_file_is_missing() =>
        Assert.Contains("nowhere.json does not exist", Assert.Throws<InvalidInstrumentsException>(() =>
            InstrumentCatalog.Load("nowhere.json")).Message, StringComparison.Ordinal);
}
