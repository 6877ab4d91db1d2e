using System.Diagnostics.Metrics;
using System.Net;
using BotCluster.Api.Metrics;
using BotCluster.Api.Tests.Access;
using BotCluster.Testing;

namespace BotCluster.Api.Tests.Operations;

public sealed class MetricsTests(PostgresFixture postgres, MarketFixture market)
{
    [Fact]
    public async Task Serves_metrics_and_health_at_a_door_of_their_own()
    {
        await using var host = await ApiHost.StartAsync(postgres, market, new ApiOptions { ManagementPort = 0 });
        var scene = await Scene.SetAsync(host);
        var bot = await scene.BotAsync(isStarted: true);
        await (await scene.AsAsync("viewer")).ReadAsync($"/bots/{bot}");
        using var client = host.Anonymous();
        var door = host.Get<ManagementServer>().Address!;

        var text = await client.GetStringAsync(new Uri(door, "/metrics"), TestContext.Current.CancellationToken);
        var health = await client.GetAsync(new Uri(door, "/health"), TestContext.Current.CancellationToken);
        var here = await client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("127.0.0.1", door.Host);
        Assert.Contains("# TYPE botcluster_cycles_total counter", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE botcluster_bots gauge", text, StringComparison.Ordinal);
        Assert.Contains("botcluster_commit_duration_seconds_bucket{le=\"+Inf\"}", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
        Assert.Contains("http_response_status_code=\"200\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Host=", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, here.StatusCode);
    }

    [Fact]
    public void Adds_up_counters_keeps_gauges_and_sorts_histograms_into_buckets()
    {
        using var meter = new Meter("BotCluster.Tests");
        using var exporter = new PrometheusExporter();
        var counter = meter.CreateCounter<long>("tests.made", description: "Made in a test.");
        var gauge = meter.CreateGauge<int>("tests.level");
        var histogram = meter.CreateHistogram<double>("tests.took", "s");
        counter.Add(2, KeyValuePair.Create<string, object?>("status", "do\"ne"), KeyValuePair.Create<string, object?>("bot", Guid.Empty));
        counter.Add(3, KeyValuePair.Create<string, object?>("status", "do\"ne"));
        gauge.Record(7);
        gauge.Record(4);
        histogram.Record(0.002);
        histogram.Record(99);

        var text = exporter.Export();

        Assert.Contains("# HELP tests_made_total Made in a test.\n# TYPE tests_made_total counter\ntests_made_total{status=\"do\\\"ne\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("tests_level 4\n", text, StringComparison.Ordinal);
        Assert.Contains("tests_took_seconds_bucket{le=\"0.001\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("tests_took_seconds_bucket{le=\"0.0025\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("tests_took_seconds_bucket{le=\"+Inf\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("tests_took_seconds_count 2\n", text, StringComparison.Ordinal);
    }
}
