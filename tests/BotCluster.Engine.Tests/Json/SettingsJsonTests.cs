using System.Text.Json;
using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Engine.Tests.Json;

public sealed class SettingsJsonTests
{
    private const string Whole = """
        {
          "name": "BTC trend", "mode": { "kind": "crossover", "fast": 10, "slow": 30 },
          "symbols": ["BTC-USDT"], "budget": "10000.00"
        }
        """;

    private static readonly Dictionary<Symbol, Instrument> Instruments = new[] { "BTC-USDT", "ETH-USDT", "ETH-BTC", "SOL-USDT-PERP" }
        .Select(Symbol.Parse)
        .ToDictionary(symbol => symbol, symbol => new Instrument(symbol, 0.01m, 0.0001m, 5m, Fees.Paper, symbol.Kind == MarketKind.Spot ? 1m : 20m));

    [Fact]
    public void Reads_settings_and_leaves_the_rest_at_its_defaults()
    {
        var settings = Accepted(Whole);

        Assert.Equal("BTC trend", settings.Name);
        Assert.Equal(new CrossoverOptions { Fast = 10, Slow = 30 }, settings.Mode);
        Assert.Equal([Symbol.Parse("BTC-USDT")], settings.Symbols);
        Assert.Equal(10_000m, settings.Budget);
        Assert.Equal(Timeframe.OneHour, settings.Timeframe);
        Assert.Equal("paper", settings.Venue);
        Assert.Equal(new SizingOptions.FixedFraction(), settings.Sizing);
        Assert.Equal(new ExitOptions(), settings.Exits);
        Assert.Equal(OnStop.KeepProtected, settings.OnStop);
        Assert.Equal(TimeSpan.FromSeconds(180), settings.Cadence);
    }

    [Fact]
    public void What_is_written_is_read_back_equal()
    {
        foreach (var mode in DecisionModes.All)
        {
            foreach (var sizing in SizingKinds.All)
            {
                var settings = Accepted(Whole) with
                {
                    Mode = (ModeOptions)mode.Options.Defaults,
                    Sizing = (SizingOptions)sizing.Options.Defaults,
                    Timeframe = Timeframe.FiveMinutes,
                    Exits = new ExitOptions { TrailingStop = 0.0250m, TimeStop = new TimeSpan(2, 3, 4, 5), StructureBreakCandles = 20 },
                    Risk = new RiskLimits { Pyramid = new PyramidLimits { SecondShare = 0.03m }, MinimumExpectedProfit = 0.01m },
                    OnStop = OnStop.Close,
                    Cadence = TimeSpan.FromSeconds(1),
                };

                var back = Assert.IsType<SettingsReading.Accepted>(SettingsJson.Parse(SettingsJson.Write(settings))).Settings;

                Assert.Equal(settings with { Symbols = back.Symbols }, back);
                Assert.Equal(settings.Symbols, back.Symbols);
            }
        }
    }

    [Fact]
    public void Money_keeps_its_digits_and_is_a_string()
    {
        Assert.Contains("\"budget\":\"10000.00\"", SettingsJson.Write(Accepted(Whole)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "fast": 10 }""", "mode.kind", "Is missing: must be one of indicator, trinity, crossover")]
    [InlineData("""{ "kind": "moonshot" }""", "mode.kind", "\"moonshot\" is not known: must be one of indicator, trinity, crossover")]
    [InlineData("""{ "kind": 7 }""", "mode.kind", "7 is not known: must be one of indicator, trinity, crossover")]
    [InlineData("\"crossover\"", "mode", "Must be an object with a kind")]
    [InlineData("""{ "kind": "crossover", "fats": 10 }""", "mode.fats", "Is not known here; known are kind, average, fast, slow")]
    [InlineData("""{ "kind": "crossover", "fast": "10" }""", "mode.fast", "Must be a whole number from 1 to 400, not \"10\".")]
    [InlineData("""{ "kind": "crossover", "fast": 10.5 }""", "mode.fast", "Must be a whole number from 1 to 400, not 10.5.")]
    [InlineData("""{ "kind": "crossover", "fast": 99999999999 }""", "mode.fast", "Must be a whole number from 1 to 400")]
    [InlineData("""{ "kind": "crossover", "fast": null }""", "mode.fast", "Must be a whole number from 1 to 400, not null.")]
    [InlineData("""{ "kind": "crossover", "fast": 0 }""", "mode.fast", "Must be a whole number from 1 to 400, not 0.")]
    [InlineData("""{ "kind": "crossover", "fast": -3 }""", "mode.fast", "Must be a whole number from 1 to 400, not -3.")]
    [InlineData("""{ "kind": "crossover", "fast": 60, "slow": 50 }""", "mode.fast", "Must be below slow, which is 50, not 60.")]
    [InlineData("""{ "kind": "crossover", "fast": 5, "fast": 6 }""", "mode.fast", "Is given twice.")]
    [InlineData("""{ "kind": "crossover", "average": "wma" }""", "mode.average", "Must be sma, ema, not \"wma\".")]
    [InlineData("""{ "kind": "crossover", "average": "Ema" }""", "mode.average", "Must be sma, ema, not \"Ema\".")]
    [InlineData("""{ "kind": "crossover", "alwaysInMarket": "yes" }""", "mode.alwaysInMarket", "Must be true or false, not \"yes\".")]
    [InlineData("""{ "kind": "crossover", "stop": "NaN" }""", "mode.stop", "Must be a decimal number as a string from 0.003 to 0.25")]
    [InlineData("""{ "kind": "crossover", "stop": "1e-2" }""", "mode.stop", "Must be a decimal number as a string from 0.003 to 0.25")]
    [InlineData("""{ "kind": "crossover", "stop": "0.26" }""", "mode.stop", "Must be from 0.003 to 0.25, or null for off, not 0.26.")]
    [InlineData("""{ "kind": "crossover", "stop": "0" }""", "mode.stop", "Must be from 0.003 to 0.25, or null for off, not 0.")]
    [InlineData("""{ "kind": "crossover", "target": "1.5" }""", "mode.target", "Must be from 0.005 to 1, or null for off, not 1.5.")]
    [InlineData("""{ "kind": "crossover", "leverage": "10" }""", "mode.leverage", "Must be from 1 to 5, not 10.")]
    [InlineData("""{ "kind": "crossover", "leverage": "2" }""", "mode.leverage", "Must be 1 for BTC-USDT: spot has no leverage.")]
    [InlineData("""{ "kind": "crossover", "sides": "short" }""", "mode.sides", "Must be long or both for BTC-USDT: spot cannot be sold short.")]
    public void Refuses_a_bad_mode(string mode, string path, string message)
    {
        AssertRefused($$"""{ "name": "a", "mode": {{mode}}, "symbols": ["BTC-USDT"], "budget": "1000" }""", path, message);
    }

    [Theory]
    [InlineData("name", "\"\"", "name", "Must have 1 to 80 characters, not only blanks.")]
    [InlineData("name", "\"  \"", "name", "Must have 1 to 80 characters, not only blanks.")]
    [InlineData("name", "\"123456789012345678901234567890123456789012345678901234567890123456789012345678901\"", "name", "Must have 1 to 80 characters, not 81.")]
    [InlineData("name", "\"a\\u0007b\"", "name", "Must not hold control characters")]
    [InlineData("name", "\"a\\u202eb\"", "name", "Must not hold control characters")]
    [InlineData("name", "17", "name", "Must be a text, not 17.")]
    [InlineData("symbols", "[]", "symbols", "Must be 1 to 20 symbols, not 0.")]
    [InlineData("symbols", "\"BTC-USDT\"", "symbols", "Must be a list of symbols")]
    [InlineData("symbols", "[\"btc\"]", "symbols[0]", "\"btc\" is not a symbol")]
    [InlineData("symbols", "[null]", "symbols[0]", "null is not a symbol")]
    [InlineData("symbols", "[\"BTC-USDT\", \"DOGE-USDT\"]", "symbols[1]", "DOGE-USDT is not traded here; known are BTC-USDT, ETH-BTC, ETH-USDT, SOL-USDT-PERP.")]
    [InlineData("symbols", "[\"BTC-USDT\", \"BTC-USDT\"]", "symbols[1]", "BTC-USDT is named twice.")]
    [InlineData("symbols", "[\"BTC-USDT\", \"ETH-BTC\"]", "symbols[1]", "All symbols of a bot must be quoted in one asset: ETH-BTC is in BTC, the first in USDT.")]
    [InlineData("timeframe", "\"7x\"", "timeframe", "\"7x\" is not allowed: must be 1m to 1w")]
    [InlineData("timeframe", "\"7m\"", "timeframe", "Must be a multiple of 5m, the shortest candles of BTC-USDT, not 7m.")]
    [InlineData("timeframe", "60", "timeframe", "Must be a text, not 60.")]
    [InlineData("budget", "\"0\"", "budget", "Must be from 0.01 to 1000000000, not 0.")]
    [InlineData("budget", "\"-5\"", "budget", "Must be from 0.01 to 1000000000, not -5.")]
    [InlineData("budget", "\"1000000001\"", "budget", "Must be from 0.01 to 1000000000, not 1000000001.")]
    [InlineData("budget", "\"99999999999999999999999999999999\"", "budget", "is beyond what can be counted")]
    [InlineData("budget", "\"1 000\"", "budget", "Must be a decimal number as a string")]
    [InlineData("budget", "\"1,000\"", "budget", "Must be a decimal number as a string")]
    [InlineData("budget", "\"Infinity\"", "budget", "Must be a decimal number as a string")]
    [InlineData("budget", "null", "budget", "Must be a decimal number as a string")]
    [InlineData("venue", "\"binance\"", "venue", "Must be paper: no real venue's credentials have been tested.")]
    [InlineData("cadence", "\"00:00:00.5\"", "cadence", "Must be from 00:00:01 to 1.00:00:00")]
    [InlineData("cadence", "\"1.00:00:01\"", "cadence", "Must be from 00:00:01 to 1.00:00:00")]
    [InlineData("cadence", "180", "cadence", "Must be from 00:00:01 to 1.00:00:00")]
    [InlineData("onStop", "\"abandon\"", "onStop", "Must be keepProtected, close, not \"abandon\".")]
    [InlineData("exits", "{\"trailingStop\":\"0.9\"}", "exits.trailingStop", "Must be from 0.001 to 0.5, or null for off, not 0.9.")]
    [InlineData("exits", "{\"timeStop\":\"00:00:01\"}", "exits.timeStop", "Must be from 00:01:00 to 365.00:00:00, or null for off")]
    [InlineData("exits", "{\"structureBreakCandles\":1}", "exits.structureBreakCandles", "Must be a whole number from 2 to 400, or null for off, not 1.")]
    [InlineData("exits", "{\"stop\":1}", "exits.stop", "Is not known here; known are trailingStop, timeStop, structureBreakCandles.")]
    [InlineData("exits", "null", "exits", "Must be an object, not null.")]
    [InlineData("sizing", "{\"kind\":\"martingale\"}", "sizing.kind", "\"martingale\" is not known: must be one of fixedFraction")]
    [InlineData("sizing", "{\"kind\":\"fixedFraction\",\"share\":\"0.6\"}", "sizing.share", "Must be from 0.001 to 0.5, not 0.6.")]
    [InlineData("risk", "[]", "risk", "Must be an object, not a list.")]
    [InlineData("risk", "{\"bypass\":true}", "risk.bypass", "Is not known here")]
    [InlineData("risk", "{\"maximumLongLeverage\":\"10\"}", "risk.maximumLongLeverage", "Must be from 1 to 5, not 10.")]
    [InlineData("risk", "{\"maximumShortLeverage\":\"4\"}", "risk.maximumShortLeverage", "Must be from 1 to 3, not 4.")]
    [InlineData("risk", "{\"maximumLongShare\":\"0.51\"}", "risk.maximumLongShare", "Must be from 0.001 to 0.5, not 0.51.")]
    [InlineData("risk", "{\"maximumStopDistance\":\"0.3\"}", "risk.maximumStopDistance", "Must be from 0.003 to 0.25, not 0.3.")]
    [InlineData("risk", "{\"maximumDrawdown\":null}", "risk.maximumDrawdown", "not null.")]
    [InlineData("risk", "{\"pyramid\":true}", "risk.pyramid", "Must be an object, not true.")]
    [InlineData("risk", "{\"pyramid\":{\"third\":1}}", "risk.pyramid.third", "Is not known here; known are firstShare, secondShare.")]
    [InlineData("risk", "{\"pyramid\":{\"firstShare\":\"0.16\"}}", "risk.pyramid.firstShare", "Must be from 0.001 to 0.15, not 0.16.")]
    [InlineData("mode", "{\"kind\":\"trinity\",\"preset\":\"classic6\"}", "mode.preset", "Must be classic5, weighted, not \"classic6\".")]
    [InlineData("mode", "{\"kind\":\"trinity\",\"weakThreshold\":0.7}", "mode.weakThreshold", "Must be at most fairThreshold, which is 0.65, not 0.7.")]
    [InlineData("mode", "{\"kind\":\"trinity\",\"regimeWeight\":1e999}", "mode.regimeWeight", "Must be from 0 to 1, not 1e999.")]
    [InlineData("mode", "{\"kind\":\"indicator\",\"size\":\"0.3\"}", "mode.size", "Must be from 0.001 to 0.25, not 0.3.")]
    [InlineData("mode", "{\"kind\":\"indicator\",\"fast\":30}", "mode.fast", "Must be below slow, which is 21, not 30.")]
    [InlineData("owner", "1", "owner", "Is not known here; known are name, mode, symbols, timeframe, venue, risk, sizing, exits, budget, onStop, cadence.")]
    public void Refuses_a_bad_setting(string name, string value, string path, string message)
    {
        var members = new Dictionary<string, string>
        {
            ["name"] = "\"a\"",
            ["mode"] = """{ "kind": "crossover" }""",
            ["symbols"] = "[\"BTC-USDT\"]",
            ["budget"] = "\"1000\"",
            [name] = value,
        };

        AssertRefused($"{{{string.Join(",", members.Select(member => $"\"{member.Key}\":{member.Value}"))}}}", path, message);
    }

    [Fact]
    public void Names_all_mistakes_together()
    {
        const string Bad = """
            {
              "name": "", "mode": { "kind": "crossover", "fast": 900, "speed": 1 }, "symbols": ["BTC-USDT", "XYZ-USDT"],
              "budget": "-1", "timeframe": "never", "exits": { "trailingStop": "2" }, "cadence": "00:00:00"
            }
            """;

        var violations = Refused(Bad);

        Assert.Equal(
            ["budget", "cadence", "exits.trailingStop", "mode.fast", "mode.fast", "mode.speed", "name", "symbols[1]", "timeframe"],
            violations.Select(violation => violation.Path).Order());
    }

    [Fact]
    public void Names_every_required_member_that_is_missing()
    {
        Assert.Equal(["budget", "mode", "name", "symbols"], Refused("{}").Select(violation => violation.Path).Order());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"settings\"")]
    public void Refuses_what_is_no_object(string json)
    {
        Assert.StartsWith("Must be an object", Assert.Single(Refused(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stored_settings_stay_readable_where_a_bound_has_moved()
    {
        var reading = SettingsJson.Parse(Whole.Replace("\"fast\": 10", "\"fast\": 1000000", StringComparison.Ordinal));

        Assert.IsType<SettingsReading.Accepted>(reading);
    }

    private static BotSettings Accepted(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Assert.IsType<SettingsReading.Accepted>(SettingsJson.Check(document.RootElement, Instruments, _ => Timeframe.FiveMinutes)).Settings;
    }

    private static IReadOnlyList<SettingsViolation> Refused(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Assert.IsType<SettingsReading.Refused>(SettingsJson.Check(document.RootElement, Instruments, _ => Timeframe.FiveMinutes)).Violations;
    }

    private static void AssertRefused(string json, string path, string message)
    {
        var violations = Refused(json);
        Assert.Contains(violations, violation =>
            violation.Path == path && violation.Message.Contains(message, StringComparison.Ordinal));
    }
}
