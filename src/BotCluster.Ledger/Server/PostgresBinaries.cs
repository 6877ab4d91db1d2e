using System.ComponentModel;
using System.Globalization;

namespace BotCluster.Ledger.Server;

/// <summary>One installed PostgreSQL: its major version and where its programs are.</summary>
internal sealed record PostgresBinaries(int Major, string Directory)
{
    public const int OldestMajor = 14;

    private const string HowToInstall =
        "Install one with `apt-get install postgresql` (Debian, Ubuntu), `dnf install postgresql-server` (Fedora) " +
        "or `brew install postgresql` (macOS), or give a connection string in ConnectionStrings__Ledger.";

    private const string DebianRoot = "/usr/lib/postgresql";

    public string InitDb => Path.Combine(Directory, "initdb");

    public string PgCtl => Path.Combine(Directory, "pg_ctl");

    public string Postgres => Path.Combine(Directory, "postgres");

    /// <summary>The newest installed version, or the one that made an existing cluster.</summary>
    public static async Task<PostgresBinaries> FindAsync(
        IReadOnlyList<string>? directories, int? clusterMajor, CancellationToken cancellationToken)
    {
        var searched = directories ?? await UsualDirectoriesAsync(cancellationToken);
        var found = new List<PostgresBinaries>();
        foreach (var directory in searched.Distinct(StringComparer.Ordinal))
        {
            if (await LookAsync(directory, cancellationToken) is { } binaries)
            {
                found.Add(binaries);
            }
        }

        return Choose(found, searched, clusterMajor);
    }

    private static PostgresBinaries Choose(
        List<PostgresBinaries> found, IReadOnlyList<string> searched, int? clusterMajor)
    {
        var usable = found
            .Where(binaries => clusterMajor is { } major ? binaries.Major == major : binaries.Major >= OldestMajor)
            .MaxBy(binaries => binaries.Major);
        if (usable is not null)
        {
            return usable;
        }

        var what = found.Count == 0
            ? $"none in {(searched.Count == 0 ? "the usual places" : string.Join(", ", searched))}"
            : string.Join(", ", found.Select(binaries => $"version {binaries.Major} in {binaries.Directory}"));
        var needed = clusterMajor is { } wanted
            ? $"The database was made by PostgreSQL {wanted} and needs that version"
            : $"PostgreSQL {OldestMajor} or newer is needed";
        throw new PrivateServerException($"{needed}; found {what}. {HowToInstall}");
    }

    private static async Task<IReadOnlyList<string>> UsualDirectoriesAsync(CancellationToken cancellationToken)
    {
        var directories = new List<string>();
        try
        {
            var answer = await Tool.RunAsync("pg_config", ["--bindir"], cancellationToken);
            if (answer.Succeeded)
            {
                directories.Add(answer.Output);
            }
        }
        catch (Win32Exception)
        {
            // There is no pg_config, which says nothing about the server's own programs.
        }

        if (System.IO.Directory.Exists(DebianRoot))
        {
            directories.AddRange(System.IO.Directory.GetDirectories(DebianRoot)
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var major) ? major : 0)
                .Select(path => Path.Combine(path, "bin")));
        }

        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        directories.AddRange(path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        return directories;
    }

    private static async Task<PostgresBinaries?> LookAsync(string directory, CancellationToken cancellationToken)
    {
        var postgres = Path.Combine(directory, "postgres");
        if (!File.Exists(postgres) || !File.Exists(Path.Combine(directory, "initdb"))
            || !File.Exists(Path.Combine(directory, "pg_ctl")))
        {
            return null;
        }

        var answer = await Tool.RunAsync(postgres, ["--version"], cancellationToken);
        return answer.Succeeded && MajorOf(answer.Output) is { } major ? new PostgresBinaries(major, directory) : null;
    }

    /// <summary>15 from <c>postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)</c>, 17 from <c>… 17beta2</c>.</summary>
    internal static int? MajorOf(string version)
    {
        const string Marker = "(PostgreSQL) ";
        var at = version.IndexOf(Marker, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var digits = new string([.. version[(at + Marker.Length)..].TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
