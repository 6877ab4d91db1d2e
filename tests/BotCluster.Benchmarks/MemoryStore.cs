using System.Runtime.CompilerServices;
using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Benchmarks;

/// <summary>A store that keeps nothing: for what the engine itself costs. Bots come out of it as they were made.</summary>
internal sealed class MemoryStore(int bots, Func<int, BotSettings> settings) : IBotStore
{
    private readonly string[] _kinds = [.. Enumerable.Range(0, Kinds).Select(kind => SettingsJson.Write(settings(kind)))];
    private long _commits;

    /// <summary>How many different settings there are.</summary>
    public const int Kinds = 24;

    public static TenantId Tenant { get; } = new(new Guid("11111111-0000-0000-0000-000000000000"));

    public long Commits => Volatile.Read(ref _commits);

    public static BotId Bot(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _commits);
        return new(CommitOutcome.Committed);
    }

    public ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The benchmark's bots are there from the start.");

    public ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken) => new((StoredBot?)null);

    public async IAsyncEnumerable<StoredBot> LoadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var number = 1; number <= bots; number++)
        {
            var definition = new BotDefinition(Bot(number), Tenant, number, DateTimeOffset.UnixEpoch);
            yield return new StoredBot(definition, 0, 1, null, _kinds[number % Kinds]);
        }
    }
}
