using System.Globalization;
using BotCluster.Ledger.Migrations;

namespace BotCluster.Ledger.Backups;

/// <summary>A backup on disk, looked at before anything is touched for it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Version">The version of the database it was taken from.</param>
public sealed record BackupFile(string Path, int Version)
{
    private const string Mark = "PGDMP";

    /// <exception cref="BackupRefusedException">It is none, or a newer program wrote it.</exception>
    public static async Task<BackupFile> OpenAsync(string path, PostgresPrograms programs, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new BackupRefusedException($"There is no file {path}.");
        }

        var beginning = new byte[Mark.Length];
        await using (var file = File.OpenRead(path))
        {
            var read = await file.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
            if (!beginning.AsSpan(0, read).SequenceEqual("PGDMP"u8))
            {
                throw new BackupRefusedException($"{path} is not a backup: those are written by --backup FILE.");
            }
        }

        var journal = await programs.RunAsync(
            "pg_restore", ["--data-only", "--table=schema_migrations", "--file=-", path], cancellationToken);
        var version = Newest(journal)
            ?? throw new BackupRefusedException($"{path} is a database, but not one of this program: it names no version.");
        var known = MigrationSet.OfTheProgram.Newest;
        return version <= known
            ? new BackupFile(path, version)
            : throw new BackupRefusedException(
                $"{path} is at version {version}, written by a newer program; this one knows versions up to {known}. " +
                "Restore it with the newer program.");
    }

    // The rows of a dumped table stand between "COPY …" and "\.", columns parted by tabs; the first is the number.
    private static int? Newest(string journal)
    {
        int? newest = null;
        var isData = false;
        foreach (var line in journal.Split('\n'))
        {
            isData = line.StartsWith("COPY ", StringComparison.Ordinal) || (isData && line != "\\.");
            if (isData && int.TryParse(line.Split('\t')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                newest = Math.Max(newest ?? 0, number);
            }
        }

        return newest;
    }
}
