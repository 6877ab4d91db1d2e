using System.Text.Json.Serialization.Metadata;
using BotCluster.Api.Bots;
using BotCluster.Api.Fleet;
using BotCluster.Api.Market;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotCluster.Api.OpenApi;

/// <summary>Says what travels where the type alone does not: amounts and instants as text, settings by the catalogue.</summary>
internal static class SchemaShapes
{
    public static string? NameOf(JsonTypeInfo type) => type.Type switch
    {
        var one when one == typeof(FleetTotals) => "Fleet",
        var one when one == typeof(SettingsDocument) => "BotSettings",
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(type),
    };

    public static Task ShapeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = plain != type;
        if (plain == typeof(decimal))
        {
            AsText(schema, "decimal", isNullable);
        }
        else if (plain == typeof(DateTimeOffset))
        {
            AsText(schema, "date-time", isNullable);
        }
        else if (plain.IsEnum)
        {
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }
        else if (plain == typeof(SettingsDocument))
        {
            SettingsShape.Describe(schema);
        }
        else if (plain == typeof(Catalogue))
        {
            CatalogueShape.Describe(schema);
        }

        return Task.CompletedTask;
    }

    private static void AsText(OpenApiSchema schema, string format, bool isNullable)
    {
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = format;
        schema.Pattern = null;
    }
}
