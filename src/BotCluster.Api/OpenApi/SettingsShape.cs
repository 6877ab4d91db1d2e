using System.Globalization;
using System.Text.Json.Nodes;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;
using Microsoft.OpenApi;

namespace BotCluster.Api.OpenApi;

/// <summary>A bot's settings as a schema, read off the same catalogue that checks them.</summary>
internal static class SettingsShape
{
    public static void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "Everything a trader decides about a bot. Changed as a whole.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["name"] = Text("1 to 80 characters."),
            ["mode"] = OneOf(DecisionModes.All),
            ["symbols"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array, Items = Text("Such as BTC-USDT."), MinItems = 1, MaxItems = BotSettings.MostSymbols,
            },
            ["timeframe"] = Text("The candles the mode decides on, such as 1h."),
            ["venue"] = Text("Where it trades."),
            ["risk"] = Group(RiskLimitOptions.Set),
            ["sizing"] = OneOf(SizingKinds.All),
            ["exits"] = Group(ExitOptionSet.Set),
        };
        foreach (var option in BotOptions.Set.Options)
        {
            schema.Properties[option.Name] = Of(option);
        }

        schema.Required = new HashSet<string> { "name", "mode", "symbols", "budget" };
        schema.AdditionalPropertiesAllowed = false;
    }

    private static OpenApiSchema OneOf(IReadOnlyList<SettingsKind> kinds) => new()
    {
        OneOf = [.. kinds.Select(kind =>
        {
            var shape = Group(kind.Options);
            shape.Description = kind.Description;
            shape.Properties!["kind"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(kind.Kind)] };
            shape.Required = new HashSet<string> { "kind" };
            return shape;
        })],
    };

    private static OpenApiSchema Group(OptionSet set) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = set.Options.ToDictionary(option => option.Name, option => (IOpenApiSchema)Of(option)),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema Of(Option option)
    {
        var schema = option.Group is { } group ? Group(group) : new OpenApiSchema { Type = TypeOf(option.Type) };
        schema.Description = option.Description;
        if (option.CanBeOff)
        {
            schema.Type |= JsonSchemaType.Null;
        }

        switch (option.Type)
        {
            case OptionType.Integer or OptionType.Number:
                schema.Minimum = Number(option.Minimum);
                schema.Maximum = Number(option.Maximum);
                break;
            case OptionType.Decimal:
                schema.Format = "decimal";
                schema.Description += $" From {Number(option.Minimum)} to {Number(option.Maximum)}.";
                break;
            case OptionType.Choice:
                schema.Enum = [.. option.Choices.Select(choice => JsonValue.Create(choice.Name))];
                break;
        }

        return schema;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static string? Number(IComparable? bound) => (bound as IFormattable)?.ToString(null, CultureInfo.InvariantCulture);

    private static JsonSchemaType TypeOf(OptionType type) => type switch
    {
        OptionType.Integer => JsonSchemaType.Integer,
        OptionType.Number => JsonSchemaType.Number,
        OptionType.Boolean => JsonSchemaType.Boolean,
        _ => JsonSchemaType.String,
    };
}
