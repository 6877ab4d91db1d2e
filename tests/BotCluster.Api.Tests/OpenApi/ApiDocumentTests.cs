using System.Text.Json;
using System.Text.Json.Nodes;
using BotCluster.Api.Tests.Access;

namespace BotCluster.Api.Tests.OpenApi;

public sealed class ApiDocumentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string UpdateVariable = "BOTCLUSTER_UPDATE_OPENAPI";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public async Task Is_the_document_that_the_page_is_generated_from()
    {
        var file = Path.Combine(MarketFixture.Root(), "src", "BotCluster.Web", "openapi.json");
        var text = (await DocumentAsync()).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        var known = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.True(known == text, $"The API changed; set {UpdateVariable}=1, run this test again and look at the difference.");
    }

    [Fact]
    public async Task Describes_every_endpoint_with_an_answer_and_a_refusal()
    {
        var paths = (await DocumentAsync())["paths"]!.AsObject();
        var described = paths.SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key, operation.Key, Value: operation.Value!)));

        Assert.All(described, operation =>
        {
            var responses = operation.Value["responses"]!.AsObject();
            Assert.True(responses.ContainsKey("default"), operation.Path);
            Assert.Contains(responses, response => response.Key.StartsWith('2'));
            Assert.NotNull(operation.Value["operationId"]);
        });
        var known = EndpointTable.Rows.Where(row => !row.IsUndocumented).Select(row => row.Route.Split(' ')[1]).Distinct().Count();
        Assert.Equal(known, paths.Count);
    }

    [Fact]
    public async Task Says_amounts_are_text_and_choices_are_named()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        Assert.Equal("string", schemas["BotSummary"]!["properties"]!["equity"]!["type"]!.GetValue<string>());
        Assert.Contains("equity", schemas["BotSummary"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal(
            ["created", "running", "paused", "stopping", "stopped", "retired"],
            schemas["BotStatus"]!["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.NotNull(schemas["BotSettings"]!["properties"]!["mode"]!["oneOf"]);
    }

    [Fact]
    public async Task Needs_a_session()
    {
        var response = await api.Host.Anonymous().ReadAsync("/openapi.json");

        Assert.Equal("no-session", await response.CodeAsync());
    }

    private async Task<JsonNode> DocumentAsync()
    {
        var scene = await Scene.SetAsync(api.Host);
        var response = await (await scene.AsAsync("viewer")).ReadAsync("/openapi.json");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
