using System.Reflection;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.Http.Metadata;

namespace BotCluster.Api.Http;

/// <summary>A request's body as an endpoint takes it; the filter has answered before where it was refused.</summary>
internal sealed class Body<T>(Attempt<T> read) : IBody, IEndpointParameterMetadataProvider
{
    public Refusal? Refusal => (read as Attempt<T>.Refused)?.Refusal;

    public T Value => ((Attempt<T>.Done)read).Value;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await JsonBody.ReadAsync<T>(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

/// <summary>What the filter needs to know of a body, whatever is in it.</summary>
internal interface IBody
{
    Refusal? Refusal { get; }
}

/// <summary>Answers for the endpoint where the body was refused.</summary>
internal sealed class BodyFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IBody { Refusal: { } refusal })
            {
                return ValueTask.FromResult<object?>(refusal);
            }
        }

        return next(context);
    }
}
