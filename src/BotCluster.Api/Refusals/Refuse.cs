using System.Globalization;

namespace BotCluster.Api.Refusals;

/// <summary>The refusals that every resource shares, each with its stable code in one place.</summary>
internal static class Refuse
{
    /// <summary>Also for what belongs to somebody else: whether it exists is nobody's business.</summary>
    public static Refusal NotFound(string what) =>
        new(StatusCodes.Status404NotFound, "not-found", $"There is no such {what}, or it is not yours.");

    public static Refusal NoSession() => new(
        StatusCodes.Status401Unauthorized,
        "no-session",
        "Sign in first: this needs a session, and none that still lives came with the request.");

    public static Refusal Forbidden(string needed) =>
        new(StatusCodes.Status403Forbidden, "forbidden", $"Your role does not allow this; it needs {needed}.");

    public static Refusal Csrf() => new(
        StatusCodes.Status403Forbidden,
        "csrf",
        "The page must send the value of its bc_csrf cookie in the X-CSRF-Token header, from its own origin.");

    public static Refusal Invalid(string path, string message) =>
        Invalid(new Dictionary<string, string[]> { [path] = [message] });

    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid-request", Sentence(errors)) { Errors = errors };

    public static Refusal Unprocessable(string code, IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, code, Sentence(errors)) { Errors = errors };

    public static Refusal Conflict(string code, string detail) => new(StatusCodes.Status409Conflict, code, detail);

    public static Refusal NotJson(string detail) => new(StatusCodes.Status400BadRequest, "not-json", detail);

    public static Refusal NotJsonType(string? contentType) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "not-json",
        $"The body came as {(contentType is { Length: > 0 } ? "another media type" : "no media type")}; allowed is application/json.");

    public static Refusal TooLarge(long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        string.Create(CultureInfo.InvariantCulture, $"The body is larger than {limit / 1024} KB, the most that is taken."));

    public static Refusal TooMany(TimeSpan retryAfter, string what) => new(
        StatusCodes.Status429TooManyRequests,
        "too-many-requests",
        string.Create(CultureInfo.InvariantCulture, $"Too many {what}; try again in {Math.Ceiling(retryAfter.TotalSeconds)} seconds."))
    {
        RetryAfter = retryAfter,
    };

    public static Refusal Unavailable(string what) => new(
        StatusCodes.Status503ServiceUnavailable, "unavailable", $"{what} cannot be reached just now; try again.")
    {
        RetryAfter = TimeSpan.FromSeconds(2),
    };

    /// <summary>A refusal that the framework made by its status alone.</summary>
    public static Refusal ByStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "invalid-request", "The request could not be understood."),
        StatusCodes.Status401Unauthorized => NoSession(),
        StatusCodes.Status403Forbidden => Forbidden("another role"),
        StatusCodes.Status404NotFound => new(status, "no-such-route", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(status, "method-not-allowed", "This address does not take that method."),
        StatusCodes.Status413PayloadTooLarge => TooLarge(Http.JsonBody.LargestBytes),
        StatusCodes.Status415UnsupportedMediaType => NotJsonType("unknown"),
        >= 500 => new(status, "internal-error", "Something went wrong on our side; the correlation id finds it in the logs."),
        _ => new(status, "refused", "The request was refused."),
    };

    private static string Sentence(IReadOnlyDictionary<string, string[]> errors) => errors.Count == 1
        ? Sentence(errors.First())
        : string.Create(CultureInfo.InvariantCulture, $"{errors.Count} parts of the request are wrong; see errors.");

    private static string Sentence(KeyValuePair<string, string[]> error) => error.Key.Length == 0
        ? error.Value[0]
        : $"{error.Key}: {error.Value[0]}";
}
