using System.Runtime.CompilerServices;
using BotCluster.Engine.Bots;
using BotCluster.Engine.Running;
using BotCluster.Gateways.Replay;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Tests.Demo;

/// <summary>Runs bots without a database and keeps the facts of each.</summary>
internal sealed class FactCount : IBotStore
{
    private readonly Dictionary<BotId, List<Fact>> _facts = [];

    public IEnumerable<T> Of<T>(BotRunner runner)
        where T : Fact => _facts[runner.Definition.Id].OfType<T>();

    public async Task<List<BotRunner>> StartAsync(
        IEnumerable<BotSettings> fleet, ReplayFeed feed, CancellationToken cancellationToken)
    {
        var begin = new ReplayOptions().Start;
        var ports = new RunnerPorts { Store = this, Feed = feed, Installation = "demo00", Committed = (_, _) => { } };
        var runners = new List<BotRunner>();
        foreach (var settings in fleet)
        {
            var number = runners.Count + 1;
            var id = new BotId(new Guid(number, 0, 0, new byte[8]));
            _facts.Add(id, []);
            var definition = new BotDefinition(id, new TenantId(Guid.Empty), number, begin);
            var runner = await BotRunner.CreateAsync(new BotIdentity(definition, ports.Installation, 1), settings, ports, cancellationToken);
            Assert.IsType<CommandOutcome.Accepted>(await runner.ExecuteAsync(new BotCommand.Start(), begin, cancellationToken));
            runners.Add(runner);
        }

        return runners;
    }

    public ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        _facts[commit.Bot].AddRange(commit.Facts);
        return ValueTask.FromResult(CommitOutcome.Committed);
    }

    public ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The bots are made here.");

    public ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken) => ValueTask.FromResult<StoredBot?>(null);

    public async IAsyncEnumerable<StoredBot> LoadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}
