using System.Net;

namespace BotCluster.Api;

/// <summary>What a host decides about the API and the page it serves.</summary>
public sealed record ApiOptions
{
    /// <summary>Where the built page lies; null: no page is served.</summary>
    public string? PageDirectory { get; init; }

    /// <summary>Other origins whose pages may call the API, such as <c>https://desk.example</c>; none by default.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; none by default.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>How many sign-ins an address, and an account, may try in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 5;

    /// <summary>The loopback port of metrics and detailed health; null: none, 0: any free one.</summary>
    public int? ManagementPort { get; init; }

    /// <summary>All that is wrong with these options, for the host to report together.</summary>
    public IEnumerable<string> Validate()
    {
        if (SignInsPerMinute is < 1 or > 1000)
        {
            yield return $"SignInsPerMinute is {SignInsPerMinute}; allowed is 1 to 1000.";
        }

        if (ManagementPort is < 0 or > 65535)
        {
            yield return $"ManagementPort is {ManagementPort}; allowed is 0 to 65535.";
        }

        foreach (var origin in AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return $"AllowedOrigins has '{origin}'; allowed is scheme://host or scheme://host:port, and never a star.";
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri!.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == text;
}
