using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BotCluster.Ledger.Migrations;

/// <summary>All steps the program knows, in order and without a gap.</summary>
public sealed partial record MigrationSet
{
    public MigrationSet(IEnumerable<Migration> migrations)
    {
        All = [.. migrations.OrderBy(migration => migration.Number)];
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index].Number != index + 1)
            {
                throw new InvalidOperationException($"Migration {index + 1} is missing or doubled near {All[index]}.");
            }
        }
    }

    /// <summary>The program's own, from its embedded SQL files.</summary>
    public static MigrationSet OfTheProgram { get; } = new(Read(typeof(MigrationSet).Assembly));

    public IReadOnlyList<Migration> All { get; }

    public int Newest => All.Count;

    private static List<Migration> Read(Assembly assembly)
    {
        var files = assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Match: FileName().Match(name)))
            .Where(file => file.Match.Success)
            .ToDictionary(file => file.Name, file => file.Match, StringComparer.Ordinal);
        return [.. files.Values
            .Where(match => match.Groups["way"].Value == "up")
            .Select(match => new Migration(
                int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["name"].Value,
                Text(assembly, match.Value),
                Text(assembly, match.Value.Replace(".up.sql", ".down.sql", StringComparison.Ordinal))))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The migration file {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^(?<number>\d{4})_(?<name>[a-z0-9_]+)\.(?<way>up|down)\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
