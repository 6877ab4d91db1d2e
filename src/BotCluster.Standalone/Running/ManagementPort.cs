using System.Net;
using System.Net.Sockets;

namespace BotCluster.Standalone.Running;

/// <summary>Where operators find metrics on this machine: the usual port, or a free one where that is taken.</summary>
internal static class ManagementPort
{
    private const int Usual = 8081;

    public static int Choose() =>
        Free(Usual) ?? Free(0) ?? throw new HostRefusedException("This machine has no free port left for metrics.");

    private static int? Free(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
