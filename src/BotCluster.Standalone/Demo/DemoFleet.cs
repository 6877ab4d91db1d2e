using System.Text.Json;
using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Standalone.Demo;

/// <summary>The clients and bots that a newcomer finds, from <c>data/demo-fleet.json</c>.</summary>
internal sealed record DemoFleet(IReadOnlyList<DemoClient> Clients)
{
    public int Bots => Clients.Sum(client => client.Bots.Count);

    /// <exception cref="HostRefusedException">A bot's settings would be refused by the API too; all flaws are named.</exception>
    public static DemoFleet Load(string path, IMarketFeed feed)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var flaws = new List<string>();
        var clients = document.RootElement.GetProperty("clients").EnumerateArray().Select(client => Read(client, feed, flaws)).ToList();
        return flaws.Count == 0
            ? new DemoFleet(clients)
            : throw new HostRefusedException($"{path} has flaws:{Environment.NewLine}{string.Join(Environment.NewLine, flaws)}");
    }

    private static DemoClient Read(JsonElement client, IMarketFeed feed, List<string> flaws)
    {
        var name = client.GetProperty("name").GetString()!;
        var bots = new List<BotSettings>();
        foreach (var bot in client.GetProperty("bots").EnumerateArray())
        {
            if (SettingsJson.Check(bot, feed.Instruments, feed.FinestOf) is SettingsReading.Accepted accepted)
            {
                bots.Add(accepted.Settings);
            }
            else
            {
                flaws.Add($"{name}, bot {bots.Count + 1}: {SettingsJson.Check(bot, feed.Instruments, feed.FinestOf)}");
            }
        }

        return new DemoClient(name, bots);
    }
}

/// <summary>One client of the demo and its bots.</summary>
internal sealed record DemoClient(string Name, IReadOnlyList<BotSettings> Bots);
