namespace BotCluster.Ledger.Server;

/// <summary>Whose rights the server runs with: our own, or those of an unprivileged user where we are root.</summary>
/// <param name="User">Null for our own.</param>
internal sealed record ServerAccount(string? User)
{
    private const string DebianUser = "postgres";

    public static bool AreWeRoot => Environment.IsPrivilegedProcess;

    /// <summary>The account for a cluster: whoever owns it already, else the one PostgreSQL's package made.</summary>
    public static async Task<ServerAccount> ForAsync(string cluster, CancellationToken cancellationToken)
    {
        if (!AreWeRoot)
        {
            return new ServerAccount(User: null);
        }

        if (Directory.Exists(cluster))
        {
            var owner = await Tool.MustAsync("stat", ["-c", "%U", cluster], cancellationToken);
            return new ServerAccount(owner);
        }

        var known = await Tool.RunAsync("id", ["-u", DebianUser], cancellationToken);
        return known.Succeeded
            ? new ServerAccount(DebianUser)
            : throw new PrivateServerException(
                $"PostgreSQL refuses to run as root, and there is no user '{DebianUser}' to run it as. " +
                $"Make one (`useradd --system {DebianUser}`), or start as another user.");
    }

    /// <summary>Runs one of the server's programs with the account's rights.</summary>
    public Task<ToolAnswer> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        User is null
            ? Tool.RunAsync(program, arguments, cancellationToken)
            : Tool.RunAsync("runuser", ["-u", User, "--", program, .. arguments], cancellationToken);

    /// <summary>Makes a directory that the account owns and nobody else may enter.</summary>
    public Task MakePrivateDirectoryAsync(string path, CancellationToken cancellationToken) => Tool.MustAsync(
        "install", User is null ? ["-d", "-m", "0700", path] : ["-d", "-m", "0700", "-o", User, path], cancellationToken);

    /// <summary>Whether the account can get to a directory of ours.</summary>
    public async Task<bool> CanReachAsync(string directory, CancellationToken cancellationToken) =>
        User is null || (await RunAsync("test", ["-x", directory], cancellationToken)).Succeeded;
}
