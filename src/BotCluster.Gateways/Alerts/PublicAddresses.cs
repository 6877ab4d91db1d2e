using System.Net;
using System.Net.Sockets;

namespace BotCluster.Gateways.Alerts;

/// <summary>Tells addresses on the open internet from those of this machine, its network and everything reserved.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Reserved4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Only this much of the address space is given out to the world; what else it holds is reserved below.
    private static readonly IPNetwork Given6 = IPNetwork.Parse("2000::/3");

    // Teredo and 6to4 carry an IPv4 address inside; nobody's server needs them.
    private static readonly IPNetwork[] Reserved6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    public static bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Reserved4, network => network.Contains(plain))
            : Given6.Contains(plain) && !Array.Exists(Reserved6, network => network.Contains(plain));
    }
}
