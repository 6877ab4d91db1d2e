using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BotCluster.Architecture.Tests;

/// <summary>The table of the architecture page: which project may refer to which.</summary>
public sealed class WhoKnowsWhom
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Trading"] = [],
        ["Backtesting"] = ["Trading"],
        ["Gateways"] = ["Trading"],
        ["Ledger"] = ["Trading"],
        ["Engine"] = ["Trading"],
        ["Grains"] = ["Trading", "Engine"],
        ["Api"] = ["Trading", "Engine", "Ledger"],
        ["VenueSimulator"] = ["Trading"],
        ["Standalone"] = ["Trading", "Engine", "Ledger", "Gateways", "Api", "Backtesting"],
        ["Silo"] = ["Trading", "Engine", "Ledger", "Gateways", "Api", "Grains", "Backtesting"],
        ["Frontend"] = ["Trading", "Engine", "Ledger", "Api", "Grains"],
        ["Cli"] = ["Trading", "Engine", "Ledger", "Gateways", "Backtesting"],
    };

    private static readonly string[] MayKnowOrleans = ["Grains", "Silo", "Frontend"];

    public static TheoryData<string> Projects => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_refer_only_to_whom_they_may_know(string project)
    {
        var known = ReferencesOf(project, "ProjectReference").Select(path => NameOf(Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))));

        Assert.True(Allowed.TryGetValue(NameOf(project), out var allowed), $"{project} is not in the table.");
        Assert.Empty(known.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_cluster_refers_to_Orleans(string project)
    {
        var packages = ReferencesOf(project, "PackageReference").Where(package => package.Contains("Orleans", StringComparison.Ordinal));

        if (!MayKnowOrleans.Contains(NameOf(project)))
        {
            Assert.Empty(packages);
        }
    }

    [Fact]
    public void Trading_needs_nothing_but_the_base_library()
    {
        Assert.Empty(ReferencesOf("BotCluster.Trading", "PackageReference"));

        var outside = Repository.Product
            .Where(source => source.Path.StartsWith("src/BotCluster.Trading/", StringComparison.Ordinal))
            .Where(source => source.Text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)
                || source.Text.Contains("Microsoft.Extensions", StringComparison.Ordinal)
                || source.Text.Contains("System.Net", StringComparison.Ordinal)
                || source.Text.Contains("System.IO", StringComparison.Ordinal))
            .Select(source => source.Path);
        Assert.Empty(outside);
    }

    [Fact]
    public void No_namespace_or_assembly_has_a_segment_Orleans()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);
        var namespaces = Repository.Sources
            .SelectMany(source => source.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            .Select(declared => declared.Name.ToString());

        Assert.DoesNotContain(projects.Concat(namespaces), name => name!.Split('.').Contains("Orleans"));
    }

    [Fact]
    public void The_product_refers_to_nothing_outside_the_repository()
    {
        Assert.Empty(Repository.Product
            .Where(source => source.Text.Contains("../shared", StringComparison.Ordinal))
            .Select(source => source.Path));
    }

    private static string NameOf(string project) => project["BotCluster.".Length..];

    private static IEnumerable<string> ReferencesOf(string project, string kind)
    {
        var path = Path.Combine(Repository.Root, "src", project, project + ".csproj");
        return XDocument.Load(path).Descendants(kind).Select(element => element.Attribute("Include")?.Value ?? "");
    }
}
