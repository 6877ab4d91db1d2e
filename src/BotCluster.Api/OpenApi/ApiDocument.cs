using BotCluster.Api.Http;
using BotCluster.Api.Live;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotCluster.Api.OpenApi;

/// <summary>The OpenAPI document: what the page's client is generated from.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = SchemaShapes.NameOf;
        options.AddSchemaTransformer(SchemaShapes.ShapeAsync);
        options.AddOperationTransformer(DescribeAsync);
        options.AddDocumentTransformer(FinishAsync);
    });

    // Every operation can be refused, and every refusal has one shape.
    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
        context.Document!.AddComponent(nameof(Problem), problem);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused, and why.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemWriter.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
            },
        };
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Idempotent>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyGuard.Header,
                In = ParameterLocation.Header,
                Description = "Asked for twice under one key, it is done once and answered twice.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyGuard.Longest },
            });
        }
    }

    private static async Task FinishAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        // No operation answers with it, but the live connection pushes it.
        document.AddComponent(nameof(BotPush), await context.GetOrCreateSchemaAsync(typeof(BotPush), null, cancellationToken));
        document.Info = new OpenApiInfo
        {
            Title = "BotCluster",
            Version = Name,
            Description = "Amounts are decimals as text, statistics are numbers, times are ISO 8601 in UTC.",
        };
        document.Servers = [new OpenApiServer { Url = ApiPipeline.Root }];
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            paths[path[ApiPipeline.Root.Length..].TrimEnd('/')] = item;
        }

        document.Paths = paths;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            ["page"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Sessions.PageCookies.Session,
            },
        };
    }
}
