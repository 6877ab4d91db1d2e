using System.Security.Cryptography;
using System.Text;

namespace BotCluster.Ledger.Server;

/// <summary>Where one private server's files are.</summary>
/// <param name="Root">Holds all but, where its path is too long for a socket, the socket.</param>
/// <param name="Sockets">The socket directory, short enough for the system's limit.</param>
internal sealed record ServerHome(string Root, string Sockets)
{
    // A socket's path may have 107 bytes, and the server adds "/.s.PGSQL.5432" (and ".lock" to a plain file).
    private const int LongestSocketDirectory = 107 - 14;

    public bool SocketsAreWithin => Sockets.StartsWith(Root, StringComparison.Ordinal);

    public string Cluster => Path.Combine(Root, "cluster");

    public string Password => Path.Combine(Root, "password");

    public string Log => Path.Combine(Cluster, "server.log");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public string SocketLock => Path.Combine(Sockets, ".s.PGSQL.5432.lock");

    public string VersionFile => Path.Combine(Cluster, "PG_VERSION");

    public static ServerHome At(string root)
    {
        var within = Path.Combine(root, "socket");
        var sockets = Encoding.UTF8.GetByteCount(within) <= LongestSocketDirectory
            ? within
            : $"/tmp/botcluster-{Fingerprint(root)}";
        return new ServerHome(root, sockets);
    }

    /// <summary>The home outside the data directory for an account that cannot reach it; always the same one.</summary>
    public static ServerHome Elsewhere(string fallbackRoot, string directory) =>
        At(Path.Combine(fallbackRoot, Fingerprint(directory)));

    private static string Fingerprint(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
