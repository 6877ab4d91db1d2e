using System.Globalization;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Bots;

/// <summary>What settings must fulfil to be a bot's.</summary>
internal static class BotSettingsRules
{
    /// <summary>Everything that can be said without knowing what the venue trades.</summary>
    public static IEnumerable<SettingsViolation> Check(BotSettings settings) =>
    [
        .. CheckName(settings.Name),
        .. CheckVenue(settings.Venue),
        .. BotOptions.Set.Check(settings),
        .. Below("mode", settings.Mode.Validate(settings)),
        .. settings.Risk.Validate(),
        .. settings.Sizing.Validate(),
        .. Below("exits", ExitOptionSet.Set.Check(settings.Exits)),
    ];

    public static IEnumerable<SettingsViolation> CheckSymbols(
        BotSettings settings, IReadOnlyDictionary<Symbol, Instrument> instruments, Func<Symbol, Timeframe> finestOf)
    {
        var symbols = settings.Symbols;
        if (symbols.Count is < 1 or > BotSettings.MostSymbols)
        {
            yield return new SettingsViolation("symbols", $"Must be 1 to {BotSettings.MostSymbols} symbols, not {symbols.Count}.");
        }

        for (var index = 0; index < Math.Min(symbols.Count, BotSettings.MostSymbols); index++)
        {
            if (Flaw(settings, index, instruments, finestOf) is { } violation)
            {
                yield return violation;
            }
        }
    }

    private static SettingsViolation? Flaw(
        BotSettings settings,
        int index,
        IReadOnlyDictionary<Symbol, Instrument> instruments,
        Func<Symbol, Timeframe> finestOf)
    {
        var symbol = settings.Symbols[index];
        var path = string.Create(CultureInfo.InvariantCulture, $"symbols[{index}]");
        if (!instruments.ContainsKey(symbol))
        {
            return new SettingsViolation(path, $"{Named(symbol)} is not traded here; known are {Known(instruments)}.");
        }

        if (settings.Symbols.Take(index).Contains(symbol))
        {
            return new SettingsViolation(path, $"{symbol} is named twice.");
        }

        var quote = settings.Symbols[0].Quote;
        if (symbol.Quote != quote)
        {
            return new SettingsViolation(
                path, $"All symbols of a bot must be quoted in one asset: {symbol} is in {symbol.Quote}, the first in {quote}.");
        }

        var finest = finestOf(symbol);
        return settings.Timeframe == default || settings.Timeframe.IsMultipleOf(finest)
            ? null
            : new SettingsViolation(
                "timeframe", $"Must be a multiple of {finest}, the shortest candles of {symbol}, not {settings.Timeframe}.");
    }

    private static IEnumerable<SettingsViolation> CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new SettingsViolation("name", $"Must have 1 to {BotSettings.LongestName} characters, not only blanks.");
        }
        else if (name.Length > BotSettings.LongestName)
        {
            yield return new SettingsViolation("name", $"Must have 1 to {BotSettings.LongestName} characters, not {name.Length}.");
        }

        if (name.Any(IsUnprintable))
        {
            yield return new SettingsViolation(
                "name", "Must not hold control characters, line breaks or marks that change the writing direction.");
        }
    }

    private static IEnumerable<SettingsViolation> CheckVenue(string venue)
    {
        if (venue != BotSettings.PaperVenue)
        {
            yield return new SettingsViolation("venue", $"Must be {BotSettings.PaperVenue}: no real venue's credentials have been tested.");
        }
    }

    // A zero-width joiner is a format character too, but emoji are put together with it.
    private static bool IsUnprintable(char character) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => character != '\u200d',
        _ => false,
    };

    private static IEnumerable<SettingsViolation> Below(string path, IEnumerable<SettingsViolation> violations) =>
        violations.Select(violation => violation with { Path = $"{path}.{violation.Path}" });

    private static string Named(Symbol symbol) => symbol == default ? "An empty symbol" : symbol.ToString();

    private static string Known(IReadOnlyDictionary<Symbol, Instrument> instruments)
    {
        const int Most = 30;
        var shown = string.Join(", ", instruments.Keys.Order().Take(Most));
        return instruments.Count <= Most ? shown : $"{shown} and {instruments.Count - Most} more";
    }
}
