using System.Net;
using System.Net.Sockets;

namespace BotCluster.Gateways.Alerts;

/// <summary>Opens the connections for alerts. The address a name leads to is looked at here, where it is used, so that no later answer of a name server can slip in another.</summary>
internal sealed class GuardedDial(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public SocketsHttpHandler NewHandler() => new()
    {
        ConnectCallback = ConnectAsync,

        // Each of these would lead around the look at the address, or carry something from one call to the next.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        var allowed = allowPrivate ? found : Array.FindAll(found, PublicAddresses.Contain);
        if (allowed.Length == 0)
        {
            throw new BlockedAddressException("the address must be on the open internet");
        }

        Socket? socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
