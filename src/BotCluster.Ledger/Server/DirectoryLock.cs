using System.Globalization;

namespace BotCluster.Ledger.Server;

/// <summary>The right of one process to use a data directory; the system takes it back when the process dies.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private const string LockName = "lock";
    private const string OwnerName = "lock.owner";

    private readonly FileStream _held;

    private DirectoryLock(FileStream held) => _held = held;

    public static DirectoryLock Take(string directory)
    {
        var owner = Path.Combine(directory, OwnerName);
        try
        {
            // FileShare.None is an exclusive flock; its descriptor is closed on exec, so the server does not inherit it.
            var held = new FileStream(
                Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // The owner's id stands beside the lock, since a locked file cannot be read by the one who is refused.
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DirectoryLock(held);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new PrivateServerException(
                $"{directory} belongs to another user: {refused.Message} Start as that user, or name another directory.", refused);
        }
        catch (IOException busy)
        {
            var who = File.Exists(owner) ? $"process {File.ReadAllText(owner).Trim()}" : "another process";
            throw new PrivateServerException(
                $"{directory} is in use by {who}. Stop that one first, or name another data directory.", busy)
            {
                IsDirectoryInUse = true,
            };
        }
    }

    public void Dispose() => _held.Dispose();
}
