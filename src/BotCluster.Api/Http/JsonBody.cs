using System.Text.Json;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BotCluster.Api.Http;

/// <summary>Reads a request's body as one JSON object, and says of every part what is wrong with it.</summary>
internal static class JsonBody
{
    public const int LargestBytes = 64 * 1024;

    private const int DeepestNesting = 16;

    public static async ValueTask<Attempt<T>> ReadAsync<T>(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Refuse.NotJsonType(context.Request.ContentType);
        }

        if (await BytesAsync(context.Request, context.RequestAborted) is not { } bytes)
        {
            return Refuse.TooLarge(LargestBytes);
        }

        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return Read<T>(bytes, json);
    }

    internal static Attempt<T> Read<T>(ReadOnlyMemory<byte> bytes, JsonSerializerOptions json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                bytes, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Refuse.NotJson("The body is not a JSON object.");
            }

            var errors = JsonShape.Violations(document.RootElement, json.GetTypeInfo(typeof(T)));
            return errors.Count == 0
                ? document.Deserialize<T>(json) ?? throw new JsonException("An object became null.")
                : Refuse.Invalid(errors);
        }
        catch (JsonException failure)
        {
            return Refuse.NotJson(Describe(failure));
        }
    }

    private static string Describe(JsonException failure) => failure is { LineNumber: { } line, BytePositionInLine: { } position }
        ? FormattableString.Invariant($"The body is not JSON: line {line + 1}, byte {position + 1}.")
        : "The body is not JSON: a member stands in it twice, or it is nested too deeply.";

    /// <returns>Null where the body is larger than what is taken.</returns>
    internal static async ValueTask<ReadOnlyMemory<byte>?> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBytes)
        {
            return null;
        }

        // One byte more than is allowed, to tell a full body from one that goes on.
        var buffer = new byte[(int)Math.Min(request.ContentLength ?? LargestBytes, LargestBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LargestBytes)
        {
            // Not in one expression with the line below: there, null would become an empty body.
            return null;
        }

        return buffer.AsMemory(0, length);
    }
}
