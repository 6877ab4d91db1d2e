using System.Globalization;
using System.Text.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Engine.Json;

/// <summary>Reads settings member by member and goes on after a mistake, so that all of them are named at once.</summary>
internal sealed class SettingsReader
{
    private static readonly string[] OwnMembers = ["name", "mode", "symbols", "timeframe", "venue", "risk", "sizing", "exits"];

    private static readonly string[] Required = ["name", "mode", "symbols", "budget"];

    private readonly List<SettingsViolation> _violations = [];

    public IReadOnlyList<SettingsViolation> Violations => _violations;

    /// <returns>The settings, with defaults wherever a violation was found.</returns>
    public BotSettings Read(JsonElement json)
    {
        var settings = (BotSettings)BotOptions.Set.Defaults;
        if (Members(json, "", [.. OwnMembers, .. BotOptions.Set.Options.Select(option => option.Name)]) is not { } members)
        {
            return settings;
        }

        foreach (var name in Required.Where(name => !members.ContainsKey(name)))
        {
            Add(name, "Is missing.");
        }

        foreach (var (name, value) in members)
        {
            settings = BotOptions.Set.Find(name) is { } option
                ? (BotSettings)Apply(settings, option, value, name)
                : With(settings, name, value);
        }

        return settings;
    }

    private BotSettings With(BotSettings settings, string name, JsonElement value) => name switch
    {
        "name" => Text(value, name) is { } text ? settings with { Name = text } : settings,
        "venue" => Text(value, name) is { } text ? settings with { Venue = text } : settings,
        "timeframe" => Timeframe.TryParse(Text(value, name), out var timeframe)
            ? settings with { Timeframe = timeframe }
            : Refuse(settings, value, name, Timeframe.Allowed),
        "symbols" => settings with { Symbols = Symbols(value) },
        "risk" => settings with { Risk = (RiskLimits)Fill(RiskLimitOptions.Set, value, name) },
        "exits" => settings with { Exits = (ExitOptions)Fill(ExitOptionSet.Set, value, name) },
        "mode" => OfKind(DecisionModes.All, value, name) is ModeOptions mode ? settings with { Mode = mode } : settings,
        _ => OfKind(SizingKinds.All, value, name) is SizingOptions sizing ? settings with { Sizing = sizing } : settings,
    };

    private BotSettings Refuse(BotSettings settings, JsonElement value, string path, string allowed)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            Add(path, $"{Shown(value)} is not allowed: must be {allowed}.");
        }

        return settings;
    }

    private List<Symbol> Symbols(JsonElement value)
    {
        var symbols = new List<Symbol>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add("symbols", $"Must be a list of symbols such as [\"BTC-USDT\"], not {Shown(value)}.");
            return symbols;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"symbols[{index++}]");
            if (item.ValueKind == JsonValueKind.String && Symbol.TryParse(item.GetString(), out var symbol))
            {
                symbols.Add(symbol);
            }
            else
            {
                Add(path, $"{Shown(item)} is not a symbol: must be BASE-QUOTE or BASE-QUOTE-PERP, such as \"BTC-USDT\".");
            }
        }

        return symbols;
    }

    private object? OfKind(IReadOnlyList<SettingsKind> kinds, JsonElement value, string path)
    {
        var names = string.Join(", ", kinds.Select(kind => kind.Kind));
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(path, $"Must be an object with a kind ({names}), not {Shown(value)}.");
            return null;
        }

        if (!value.TryGetProperty(UnionTags.Discriminator, out var named))
        {
            Add($"{path}.{UnionTags.Discriminator}", $"Is missing: must be one of {names}.");
            return null;
        }

        var kind = named.ValueKind == JsonValueKind.String ? kinds.FirstOrDefault(one => one.Kind == named.GetString()) : null;
        if (kind is null)
        {
            Add($"{path}.{UnionTags.Discriminator}", $"{Shown(named)} is not known: must be one of {names}.");
            return null;
        }

        return Fill(kind.Options, value, path, UnionTags.Discriminator);
    }

    private object Fill(OptionSet set, JsonElement value, string path, params ReadOnlySpan<string> others)
    {
        var options = set.Defaults;
        if (Members(value, path, [.. others, .. set.Options.Select(option => option.Name)]) is { } members)
        {
            foreach (var (name, member) in members)
            {
                options = set.Find(name) is { } option ? Apply(options, option, member, $"{path}.{name}") : options;
            }
        }

        return options;
    }

    private object Apply(object options, Option option, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Null && option.CanBeOff)
        {
            return option.With(options, null);
        }

        if (option.Group is { } group)
        {
            return option.With(options, Fill(group, value, path));
        }

        var read = OptionValues.Read(option, value);
        if (read.Value is null)
        {
            Add(path, read.Flaw ?? $"Must be {option.Allowed}, not {Shown(value)}.");
            return options;
        }

        return option.With(options, read.Value);
    }

    // Null where the element is no object, which is a violation then.
    private Dictionary<string, JsonElement>? Members(JsonElement value, string path, IReadOnlyList<string> allowed)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Add(path, $"Must be an object, not {Shown(value)}.");
            return null;
        }

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!allowed.Contains(member.Name))
            {
                Add(at, $"Is not known here; known are {string.Join(", ", allowed)}.");
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                Add(at, "Is given twice.");
            }
        }

        return members;
    }

    private string? Text(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Add(path, $"Must be a text, not {Shown(value)}.");
        return null;
    }

    private static string Shown(JsonElement value) => OptionValues.Shown(value);

    private void Add(string path, string message) => _violations.Add(new SettingsViolation(path, message));
}
