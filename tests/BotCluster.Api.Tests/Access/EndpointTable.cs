namespace BotCluster.Api.Tests.Access;

/// <summary>What one endpoint answers to everybody.</summary>
/// <param name="Route">Method and pattern, as mapped.</param>
/// <param name="Expected">The statuses, in the order of <see cref="Scene.Roles"/>.</param>
/// <param name="Body">The body to send; null: none.</param>
internal sealed record EndpointRow(string Route, int[] Expected, Func<Scene, object>? Body = null)
{
    /// <summary>Not an operation of the document.</summary>
    public bool IsUndocumented { get; init; }

    public override string ToString() => Route;
}

/// <summary>Every endpoint of the API, and what it answers to each role.</summary>
internal static class EndpointTable
{
    public static IReadOnlyList<EndpointRow> Rows { get; } =
    [
        new("POST /auth/sign-in", [200, 200, 200, 200, 200, 200], SignIn),
        new("POST /auth/refresh", [401, 401, 401, 401, 401, 401], _ => new { refreshToken = "unknown" }),
        new("POST /auth/sign-out", [401, 204, 204, 204, 204, 204]),
        new("GET /auth/me", Everybody(200)),
        new("POST /auth/password", Everybody(400), _ => new { currentPassword = "wrong-wrong-wrong", newPassword = ApiHost.Password }),
        new("POST /auth/links/redeem", [404, 404, 404, 404, 404, 404], _ => new { secret = "unknown", password = ApiHost.Password }),
        new("POST /auth/page/sign-in", [200, 200, 200, 200, 200, 200], SignIn),
        new("POST /auth/page/sign-out", [401, 204, 204, 204, 204, 204]),

        new("GET /clients", Everybody(200)),
        new("POST /clients", Platform(201), _ => new { name = Scene.Fresh("Client ") }),
        new("PUT /clients/{id:guid}/webhook", Admins(200), _ => new { url = "http://127.0.0.1:9/alerts" }),
        new("DELETE /clients/{id:guid}/webhook", Admins(204)),
        new("POST /clients/{id:guid}/webhook/test", Admins(409)),
        new("GET /clients/{id:guid}/users", Admins(200)),
        new("POST /clients/{id:guid}/users", Admins(201), _ => new
        {
            email = Scene.Fresh("new") + "@example.com", displayName = "New One", role = "viewer",
        }),
        new("PATCH /clients/{id:guid}/users/{userId:guid}", Admins(200), _ => new { role = "trader" }),
        new("DELETE /clients/{id:guid}/users/{userId:guid}", Admins(204)),
        new("POST /clients/{id:guid}/kill", Admins(200), _ => new { reason = "a test" }),
        new("POST /clients/{id:guid}/release", Admins(204)),
        new("POST /kill", Platform(200), _ => new { reason = "a test" }),
        new("POST /release", Platform(204)),

        new("GET /bots", Everybody(200)),
        new("POST /bots", Traders(201), scene => new { clientId = scene.Ours.Value, settings = Scene.Settings() }),
        new("GET /bots/{id:guid}", Viewers(200)),
        new("PUT /bots/{id:guid}/settings", Traders(200), _ => Scene.Settings("Renamed")),
        new("POST /bots/{id:guid}/start", Traders(200)),
        new("POST /bots/{id:guid}/pause", Traders(409)),
        new("POST /bots/{id:guid}/resume", Traders(200)),
        new("POST /bots/{id:guid}/stop", Traders(200)),
        new("POST /bots/{id:guid}/retire", Traders(200)),
        new("POST /bots/{id:guid}/cancel-all", Traders(200)),
        new("POST /bots/{id:guid}/arm", Traders(409)),
        new("POST /bots/{id:guid}/release", Traders(200)),
        new("POST /bots/{id:guid}/close", Traders(200), _ => new { }),
        new("POST /bots/{id:guid}/kill", Traders(200), _ => new { reason = "a test" }),
        new("POST /bots/{id:guid}/budget", Traders(200), _ => new { amount = "100" }),
        new("POST /bots/{id:guid}/signals", Traders(409), _ => new { action = "close", symbol = "BTC-USDT", reason = "a test" }),
        new("GET /bots/{id:guid}/orders", Viewers(200)),
        new("GET /bots/{id:guid}/fills", Viewers(200)),
        new("GET /bots/{id:guid}/trades", Viewers(200)),
        new("GET /bots/{id:guid}/decisions", Viewers(200)),
        new("GET /bots/{id:guid}/alerts", Viewers(200)),
        new("GET /bots/{id:guid}/equity", Viewers(200)),
        new("GET /bots/{id:guid}/trades.csv", Viewers(200)),

        new("GET /alerts", Everybody(200)),
        new("POST /alerts/{botId:guid}/{number:long}/acknowledge", Traders(404)),
        new("GET /modes", Everybody(200)),
        new("GET /instruments", Everybody(200)),
        new("GET /candles", Everybody(200)),
        new("GET /fleet", Everybody(200)),
        new("GET /fleet/equity", Everybody(200)),
        new("GET /audit", [401, 403, 403, 200, 200, 200]),

        new("GET /health", Everybody(200)),
        new("GET /health/live", [200, 200, 200, 200, 200, 200]),
        new("GET /health/bot-runner", Everybody(200)),
        new("GET /openapi.json", Everybody(200)) { IsUndocumented = true },
        new("GET /live", Everybody(400)) { IsUndocumented = true },
        new("POST /live/negotiate", Everybody(200)) { IsUndocumented = true },
    ];

    private static object SignIn(Scene scene) => new { email = scene.Person("viewer").Email, password = ApiHost.Password };

    private static int[] Everybody(int status) => [401, status, status, status, status, status];

    private static int[] Viewers(int status) => [401, status, status, status, 404, status];

    private static int[] Traders(int status) => [401, 403, status, status, 404, status];

    private static int[] Admins(int status) => [401, 403, 403, status, 404, status];

    private static int[] Platform(int status) => [401, 403, 403, 403, 403, status];
}
