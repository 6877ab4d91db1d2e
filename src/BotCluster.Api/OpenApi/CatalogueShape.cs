using Microsoft.OpenApi;

namespace BotCluster.Api.OpenApi;

/// <summary>The catalogue of settings as a schema.</summary>
internal static class CatalogueShape
{
    public static void Describe(OpenApiSchema schema)
    {
        var option = Option();
        var kind = Object(
            ("kind", Text()), ("title", Text()), ("description", Text()), ("options", ListOf(option)));
        var whole = Object(
            ("modes", ListOf(kind)),
            ("sizing", ListOf(kind)),
            ("risk", ListOf(option)),
            ("exits", ListOf(option)),
            ("bot", ListOf(option)),
            ("timeframes", ListOf(Text())));
        schema.Type = whole.Type;
        schema.Description = "All that can be set about a bot, with defaults and bounds.";
        schema.Properties = whole.Properties;
        schema.Required = whole.Required;
    }

    // A default and its bounds are of the option's own type, so nothing is said of theirs.
    private static OpenApiSchema Option()
    {
        var flag = new OpenApiSchema { Type = JsonSchemaType.Boolean };
        var option = Object(("name", Text()), ("type", Text()), ("canBeOff", flag), ("description", Text()));
        option.Properties!["default"] = new OpenApiSchema();
        option.Properties["minimum"] = new OpenApiSchema();
        option.Properties["maximum"] = new OpenApiSchema();
        option.Properties["choices"] = ListOf(Text());
        option.Properties["options"] = ListOf(new OpenApiSchema { Type = JsonSchemaType.Object });
        return option;
    }

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(member => member.Name, member => (IOpenApiSchema)member.Schema),
        Required = members.Select(member => member.Name).ToHashSet(),
    };

    private static OpenApiSchema ListOf(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
