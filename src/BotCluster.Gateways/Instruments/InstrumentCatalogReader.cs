using System.Text.Json;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Instruments;

/// <summary>Reads the file of instruments; everything wrong with it is reported together, each flaw by its entry.</summary>
internal sealed class InstrumentCatalogReader(string source)
{
    private const decimal LeastStep = 0.000000000001m;
    private const decimal MostStep = 1_000_000m;
    private const decimal MostLeverage = 125m;

    private static readonly string[] FileKeys = ["venue", "instruments"];

    private static readonly string[] SpotKeys =
        ["symbol", "candles", "tick", "lot", "minimumNotional", "makerFee", "takerFee"];

    private static readonly string[] PerpetualKeys = [.. SpotKeys, "maximumLeverage", "funding"];
    private static readonly string[] FundingKeys = ["rate", "everyHours"];

    private readonly List<string> _flaws = [];

    public InstrumentCatalog Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException flaw)
        {
            throw new InvalidInstrumentsException(source, [$"it is not JSON: {flaw.Message.TrimEnd('.')}"]);
        }
    }

    private InstrumentCatalog Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidInstrumentsException(source, ["it must be one JSON object with 'venue' and 'instruments'"]);
        }

        var file = new StrictObject(root, "the file", FileKeys, _flaws);
        var venue = file.Text("venue", "the venue's name, such as \"paper\"");
        if (venue is "")
        {
            _flaws.Add("the file: 'venue' is empty");
        }

        var list = file.Value("instruments", JsonValueKind.Array, "a list of instruments");
        var entries = list is { } array ? Entries(array) : [];
        if (_flaws.Count > 0)
        {
            throw new InvalidInstrumentsException(source, _flaws);
        }

        return new InstrumentCatalog(venue!, entries);
    }

    private List<CatalogEntry> Entries(JsonElement array)
    {
        var entries = new List<CatalogEntry>();
        var places = new Dictionary<Symbol, int>();
        var index = 0;
        foreach (var element in array.EnumerateArray())
        {
            var place = index++;
            if (Entry(element, $"instruments[{place}]") is not { } entry)
            {
                continue;
            }

            if (!places.TryAdd(entry.Instrument.Symbol, place))
            {
                var earlier = places[entry.Instrument.Symbol];
                _flaws.Add($"instruments[{place}]: {entry.Instrument.Symbol} stands already at instruments[{earlier}]");
                continue;
            }

            entries.Add(entry);
        }

        if (index == 0)
        {
            _flaws.Add("the file: 'instruments' is empty; a venue without instruments trades nothing");
        }

        return entries;
    }

    private CatalogEntry? Entry(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _flaws.Add($"{place}: must be an object");
            return null;
        }

        if (!element.TryGetProperty("symbol", out var spelled)
            || spelled.ValueKind != JsonValueKind.String
            || !Symbol.TryParse(spelled.GetString(), out var symbol))
        {
            _flaws.Add($"{place}: 'symbol' must be BASE-QUOTE or BASE-QUOTE-PERP, such as \"BTC-USDT\"");
            return null;
        }

        var path = $"{place} ({symbol})";
        var entry = new StrictObject(element, path, symbol.Kind == MarketKind.Spot ? SpotKeys : PerpetualKeys, _flaws);
        var before = _flaws.Count;
        var candles = Candles(entry, symbol, path);
        var tick = entry.Number("tick", LeastStep, MostStep);
        var lot = entry.Number("lot", LeastStep, MostStep);
        var notional = entry.Number("minimumNotional", 0m, MostStep);
        var maker = entry.NumberOr("makerFee", Fees.Paper.Maker, -0.01m, 0.1m);
        var taker = entry.NumberOr("takerFee", Fees.Paper.Taker, 0m, 0.1m);
        var isPerpetual = symbol.Kind == MarketKind.Perpetual;
        var leverage = isPerpetual ? entry.Number("maximumLeverage", 1m, MostLeverage) : 1m;
        var funding = isPerpetual && entry.Has("funding") ? Funding(entry, path) : null;
        return _flaws.Count > before
            ? null
            : new CatalogEntry(
                new Instrument(symbol, tick!.Value, lot!.Value, notional!.Value, new Fees(maker!.Value, taker!.Value), leverage!.Value)
                {
                    Funding = funding,
                },
                candles!.Value);
    }

    private Symbol? Candles(StrictObject entry, Symbol symbol, string path)
    {
        var spelled = entry.Text("candles", "the symbol whose candles price it");
        if (spelled is null)
        {
            return null;
        }

        if (!Symbol.TryParse(spelled, out var candles))
        {
            _flaws.Add($"{path}: 'candles' is not a symbol: BASE-QUOTE, such as \"BTC-USDT\"");
            return null;
        }

        if (candles.Quote != symbol.Quote)
        {
            _flaws.Add($"{path}: 'candles' is quoted in {candles.Quote}, but {symbol} in {symbol.Quote}");
            return null;
        }

        return candles;
    }

    private FundingTerms? Funding(StrictObject entry, string path)
    {
        if (entry.Value("funding", JsonValueKind.Object, "an object with 'rate' and 'everyHours'") is not { } element)
        {
            return null;
        }

        var funding = new StrictObject(element, path + ".funding", FundingKeys, _flaws);
        var rate = funding.Number("rate", -0.05m, 0.05m);
        const string Expected = "a whole number of hours that divides a day: 1, 2, 3, 4, 6, 8, 12 or 24";
        var hours = funding.Value("everyHours", JsonValueKind.Number, Expected);
        if (hours is not { } number)
        {
            return null;
        }

        if (!number.TryGetInt32(out var every) || every is < 1 or > 24 || 24 % every != 0)
        {
            _flaws.Add($"{path}.funding: 'everyHours' is {number.GetRawText()}, but must be {Expected}");
            return null;
        }

        return rate is { } share ? new FundingTerms(share, TimeSpan.FromHours(every)) : null;
    }
}
