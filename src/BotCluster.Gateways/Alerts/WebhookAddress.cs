using System.Net;

namespace BotCluster.Gateways.Alerts;

/// <summary>What an address for alerts must look like, as far as its text can tell.</summary>
internal static class WebhookAddress
{
    public const int Longest = 2048;

    private static readonly string[] InnerNames = ["localhost", "local", "internal", "home.arpa", "lan"];

    public static string? Flaw(string? address, bool allowPrivate)
    {
        if (address is not { Length: >= 1 and <= Longest })
        {
            return $"the address must have 1 to {Longest} characters";
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return "the address must be complete, such as https://example.com/alerts";
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(allowPrivate && uri.Scheme == Uri.UriSchemeHttp))
        {
            return "the address must begin with https://";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "the address must not carry a user name or password; the signature says who sends";
        }

        return allowPrivate ? null : HostFlaw(uri);
    }

    private static string? HostFlaw(Uri uri)
    {
        if (IPAddress.TryParse(uri.IdnHost, out var literal))
        {
            return PublicAddresses.Contain(literal) ? null : "the address must be on the open internet";
        }

        var host = uri.IdnHost.TrimEnd('.');
        var isInner = !host.Contains('.', StringComparison.Ordinal)
            || Array.Exists(InnerNames, name => host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
        return isInner ? "the address must be on the open internet" : null;
    }
}
