using System.Globalization;

namespace BotCluster.Ledger.Server;

/// <summary>Reads from the system which server processes live on a cluster; trusts no number in a file alone.</summary>
internal static class Postmaster
{
    /// <summary>The id of the cluster's living postmaster, or null.</summary>
    public static int? Living(ServerHome home) =>
        ReadPid(home) is { } id && IsServerOf(id, home.Cluster) ? id : null;

    /// <summary>Kills one process that <see cref="AllOn"/> named.</summary>
    public static void End(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended by itself meanwhile.
        }
    }

    /// <summary>Server processes still on the cluster: those of a killed postmaster live on until they notice.</summary>
    public static IReadOnlyList<int> AllOn(ServerHome home) => !HasProc
        ? []
        : [.. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && IsServerOf(id, home.Cluster))];

    /// <summary>
    /// Takes away the pid files of a dead server where its number now belongs to some other program, or to a dead
    /// process that nobody has buried yet: PostgreSQL would take that one for itself and refuse to start. Nothing may
    /// live on the cluster.
    /// </summary>
    public static void ForgetStale(ServerHome home)
    {
        if (ReadPid(home) is { } id && IsAlive(id) && !IsServerOf(id, home.Cluster))
        {
            File.Delete(home.PidFile);
        }

        // The socket's directory is this cluster's alone, so a lock in it is that of the dead one too.
        if (Directory.Exists(home.Sockets))
        {
            File.Delete(home.SocketLock);
        }
    }

    private static bool HasProc => Directory.Exists("/proc/self");

    private static int? ReadPid(ServerHome home)
    {
        try
        {
            var first = File.ReadLines(home.PidFile).FirstOrDefault();
            return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        }
        catch (IOException)
        {
            // No file: no server.
            return null;
        }
    }

    private static bool IsAlive(int id) => HasProc ? Directory.Exists($"/proc/{id}") : Responds(id);

    // Every server process works in its cluster's directory, and no other program does.
    private static bool IsServerOf(int id, string cluster)
    {
        if (!HasProc)
        {
            return Responds(id);
        }

        try
        {
            var where = new DirectoryInfo($"/proc/{id}/cwd").LinkTarget;
            var what = File.ReadAllText($"/proc/{id}/comm").Trim();
            return where == cluster && what.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Responds(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
