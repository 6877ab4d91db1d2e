using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BotCluster.Architecture.Tests;

/// <summary>The source of this repository, as the tests of its order read it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllText(path))),
    ];

    public static IEnumerable<SourceFile> Product => Sources.Where(source => source.Path.StartsWith("src/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Orleans.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No folder above the tests holds Orleans.sln.");
    }
}

/// <summary>One C# file.</summary>
internal sealed class SourceFile(string path, string text)
{
    public string Path { get; } = path;

    public string Text { get; } = text;

    public int Lines => Text.AsSpan().Count('\n');

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public SyntaxNode Syntax { get; } = CSharpSyntaxTree.ParseText(text).GetRoot();
}
