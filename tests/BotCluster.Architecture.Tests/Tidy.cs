using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BotCluster.Architecture.Tests;

/// <summary>The rules of style that a program can check. What stands here is the rule; what does not is taste.</summary>
public sealed class Tidy
{
    private const int LongestFile = 400;
    private const int LongestTestFile = 600;
    private const int LongestMethod = 50;
    private const int LongestLine = 140;
    private const int MostConstructorParameters = 5;

    private static readonly string[] BannedEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Base", "Impl", "Info", "Data"];

    // Names the framework or the field gave, not we.
    private static readonly string[] AllowedNames = ["MarketData"];

    private static readonly string[] BannedTexts = ["#pragma", "#region", "NotImplementedException", "TODO", "FIXME", "HACK"];

    [Fact]
    public void Files_are_short()
    {
        Assert.Empty(Repository.Sources
            .Where(source => source.Lines > (source.IsTest ? LongestTestFile : LongestFile))
            .Select(source => $"{source.Path}: {source.Lines} lines"));
    }

    [Fact]
    public void Lines_fit_on_a_screen()
    {
        Assert.Empty(Repository.Product.SelectMany(source => source.Text.Split('\n')
            .Select((line, index) => (line, number: index + 1))
            .Where(at => at.line.Length > LongestLine && !at.line.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .Select(at => $"{source.Path}:{at.number}: {at.line.Length} characters")));
    }

    [Fact]
    public void Methods_are_short()
    {
        Assert.Empty(Repository.Product.SelectMany(source => source.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            .Select(method => (method, lines: LinesOf((SyntaxNode?)method.Body ?? method.ExpressionBody)))
            .Where(at => at.lines > LongestMethod)
            .Select(at => $"{source.Path}: {NameOf(at.method)} has {at.lines} lines")));
    }

    [Fact]
    public void Constructors_ask_for_little()
    {
        var classes = Repository.Product.SelectMany(source => source.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Select(type => (source, type)));
        Assert.Empty(classes
            .SelectMany(at => at.type.Members.OfType<ConstructorDeclarationSyntax>()
                .Where(constructor => constructor.Modifiers.Any(modifier => modifier.Text is "public" or "internal"))
                .Select(constructor => constructor.ParameterList)
                .Append(at.type.ParameterList)
                .OfType<ParameterListSyntax>()
                .Where(parameters => parameters.Parameters.Count > MostConstructorParameters)
                .Select(parameters => $"{at.source.Path}: {at.type.Identifier} takes {parameters.Parameters.Count}")));
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        Assert.Empty(Repository.Product.SelectMany(source => source.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Select(type => type.Identifier.Text)
            .Where(name => !AllowedNames.Contains(name) && BannedEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(name => $"{source.Path}: {name}")));
    }

    [Fact]
    public void Nothing_is_left_half_done_or_hidden()
    {
        Assert.Empty(Repository.Product.SelectMany(source => BannedTexts
            .Where(text => source.Text.Contains(text, StringComparison.Ordinal))
            .Select(text => $"{source.Path}: {text}")));
    }

    [Fact]
    public void Enums_have_no_member_that_means_nothing()
    {
        Assert.Empty(Repository.Product.SelectMany(source => source.Syntax.DescendantNodes().OfType<EnumDeclarationSyntax>()
            .SelectMany(type => type.Members
                .Where(member => member.Identifier.Text is "None" or "Unknown" || member.EqualsValue?.Value.ToString() == "0")
                .Select(member => $"{source.Path}: {type.Identifier}.{member.Identifier}"))));
    }

    [Fact]
    public void Inheritance_is_one_deep()
    {
        var bases = Repository.Product.SelectMany(source => source.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>())
            .GroupBy(type => WithArity(type.Identifier.Text, type.TypeParameterList?.Parameters.Count), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(type => type.BaseList?.Types ?? []).Select(type => BaseName(type.Type)).ToArray(),
                StringComparer.Ordinal);

        Assert.Empty(bases.Where(type => type.Value.Any(parent => bases.TryGetValue(parent, out var grand) && grand.Any(bases.ContainsKey)))
            .Select(type => type.Key));
    }

    [Fact]
    public void Only_a_host_catches_everything()
    {
        string[] hosts = ["src/BotCluster.Standalone/", "src/BotCluster.Silo/", "src/BotCluster.Frontend/", "src/BotCluster.Cli/"];
        Assert.Empty(Repository.Product
            .Where(source => !hosts.Any(host => source.Path.StartsWith(host, StringComparison.Ordinal)))
            .SelectMany(source => source.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
                .Where(clause => clause.Filter is null && clause.Declaration is null or { Type: IdentifierNameSyntax { Identifier.Text: "Exception" } }
                    && !clause.Block.DescendantNodes().OfType<ThrowStatementSyntax>().Any(thrown => thrown.Expression is null))
                .Select(clause => $"{source.Path}:{clause.GetLocation().GetLineSpan().StartLinePosition.Line + 1}")));
    }

    [Fact]
    public void Money_is_never_a_double()
    {
        string[] money = ["Accounts", "Orders"];
        string[] statistics = ["Confidence", "BestClose"];
        Assert.Empty(Repository.Product
            .Where(source => money.Any(folder => source.Path.StartsWith($"src/BotCluster.Trading/{folder}/", StringComparison.Ordinal)))
            .SelectMany(source => source.Syntax.DescendantNodes().OfType<PropertyDeclarationSyntax>()
                .Where(property => property.Type.ToString().TrimEnd('?') is "double" or "float")
                .Where(property => !statistics.Contains(property.Identifier.Text))
                .Select(property => $"{source.Path}: {property.Identifier}")));
    }

    [Fact]
    public void Only_the_gate_approves_orders()
    {
        Assert.Equal(
            ["src/BotCluster.Trading/Risk/RiskGate.cs"],
            Repository.Product
                .Where(source => source.Syntax.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
                    .Any(creation => creation.Type.ToString() == "ApprovedOrder"))
                .Select(source => source.Path));
    }

    // Track<T> may follow Track: same word, different type.
    private static string WithArity(string name, int? typeParameters) => typeParameters is > 0 ? $"{name}`{typeParameters}" : name;

    private static string BaseName(TypeSyntax type) => type is GenericNameSyntax generic
        ? WithArity(generic.Identifier.Text, generic.TypeArgumentList.Arguments.Count)
        : type.ToString();

    private static int LinesOf(SyntaxNode? body) => body is null
        ? 0
        : body.GetLocation().GetLineSpan() is var span ? span.EndLinePosition.Line - span.StartLinePosition.Line + 1 : 0;

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.Kind().ToString(),
    };
}
