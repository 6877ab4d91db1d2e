using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Engine.Json;

/// <summary>The one JSON shape of everything about trading: settings, facts, and what the API shows of them.</summary>
/// <remarks>
/// Members and names of choices in camelCase, exact numbers and ids as strings, times in ISO 8601 UTC, unions tagged
/// by <c>kind</c>. Unknown members are refused. A bot's state has a shape of its own, see <see cref="BotStateJson"/>.
/// </remarks>
public static class TradingJson
{
    /// <summary>For settings and facts.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Makes other options (those of a web server) spell trading values the same way.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new DecimalConverter<decimal>(value => value, value => value));
        options.Converters.Add(new DecimalConverter<Price>(price => price.Value, value => new Price(value)));
        options.Converters.Add(new DecimalConverter<Quantity>(quantity => quantity.Value, value => new Quantity(value)));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new TextConverter<Symbol>(Symbol.TryParse, "a symbol such as BTC-USDT"));
        options.Converters.Add(new TextConverter<Timeframe>(Timeframe.TryParse, Timeframe.Allowed));
        options.Converters.Add(new TextConverter<ClientOrderId>(ClientOrderId.TryParse, "the id of an order of ours"));
        options.Converters.Add(new TextConverter<Asset>(TryParseAsset, "an asset such as USDT"));
        options.Converters.Add(new TextConverter<BotId>(TryParseBot, "a bot's id"));
        options.Converters.Add(new TextConverter<TenantId>(TryParseTenant, "a client's id"));
        options.Converters.Add(new BotSettingsConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.TypeInfoResolver = TradingJsonContext.Default
            .WithAddedModifier(UnionTags.Tag)
            .WithAddedModifier(UnionTags.LeaveOutComputed);
        options.MakeReadOnly();
        return options;
    }

    private static bool TryParseAsset(string? text, out Asset asset)
    {
        asset = Asset.IsValid(text) ? new Asset(text!) : default;
        return asset != default;
    }

    private static bool TryParseBot(string? text, out BotId id)
    {
        var isGuid = Guid.TryParseExact(text, "D", out var value);
        id = new BotId(value);
        return isGuid;
    }

    private static bool TryParseTenant(string? text, out TenantId id)
    {
        var isGuid = Guid.TryParseExact(text, "D", out var value);
        id = new TenantId(value);
        return isGuid;
    }
}
