using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotCluster.Api.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace BotCluster.Api.Refusals;

/// <summary>Writes every refusal in one shape, whoever made it.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } wait)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var problem = new Problem
        {
            Type = $"urn:botcluster:problem:{refusal.Code}",
            Title = ReasonPhrases.GetReasonPhrase(refusal.Status) is { Length: > 0 } phrase ? phrase : "Refused",
            Status = refusal.Status,
            Detail = refusal.Detail,
            Code = refusal.Code,
            CorrelationId = context.CorrelationId(),
            Errors = refusal.Errors,
        };
        return response.WriteAsJsonAsync(problem, Json, ContentType, context.RequestAborted);
    }
}
