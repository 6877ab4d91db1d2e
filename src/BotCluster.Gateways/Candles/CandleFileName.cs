using System.Diagnostics.CodeAnalysis;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Candles;

/// <summary>What a candle file's name says: <c>BINANCE_BTCUSDT_5m.csv.gz</c>, or with a note in between <c>BINANCE_BTCUSDT_2020_1h.csv</c>.</summary>
/// <param name="Venue">Where the prices were made.</param>
/// <param name="Symbol">What was traded.</param>
/// <param name="Span">The note between symbol and timeframe.</param>
/// <param name="Timeframe">How long each candle lasts.</param>
public sealed record CandleFileName(string Venue, Symbol Symbol, string? Span, Timeframe Timeframe)
{
    public const string Allowed = "VENUE_BASEQUOTE_timeframe.csv or .csv.gz, such as BINANCE_BTCUSDT_5m.csv.gz";

    // A symbol in one word is cut at the first of these it ends in; the longer ones must be tried first.
    private static readonly string[] Quotes =
        ["FDUSD", "USDT", "USDC", "TUSD", "BUSD", "DAI", "USD", "EUR", "GBP", "TRY", "JPY", "BTC", "ETH", "BNB"];

    public static bool TryParse(string path, [NotNullWhen(true)] out CandleFileName? name)
    {
        name = null;
        var file = Path.GetFileName(path);
        var end = file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase) ? 7
            : file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        var parts = file[..^end].Split('_');
        if (end == 0 || parts.Length < 3 || parts[0].Length == 0
            || !TrySymbol(parts[1], out var symbol) || !Timeframe.TryParse(parts[^1], out var timeframe))
        {
            return false;
        }

        name = new CandleFileName(parts[0], symbol, parts.Length > 3 ? string.Join('_', parts[2..^1]) : null, timeframe);
        return true;
    }

    private static bool TrySymbol(string text, out Symbol symbol)
    {
        if (Symbol.TryParse(text, out symbol))
        {
            return true;
        }

        var quote = Array.Find(Quotes, quote => text.Length > quote.Length && text.EndsWith(quote, StringComparison.Ordinal));
        return quote is not null && Symbol.TryParse($"{text[..^quote.Length]}-{quote}", out symbol);
    }
}
