using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>Bots' states and facts in PostgreSQL: one writer that commits what is waiting together, in key order.</summary>
public sealed class BotStore : IBotStore, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly BotStoreOptions _options;
    private readonly ILogger<BotStore> _log;
    private readonly Channel<PendingCommit> _queue;
    private readonly BatchWriter _writer;
    private readonly Task _loop;
    private long _lastToken = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public BotStore(NpgsqlDataSource source, TimeProvider time, BotStoreOptions options, ILogger<BotStore> log)
    {
        _source = source;
        _time = time;
        _options = options;
        _log = log;
        _writer = new BatchWriter(source, time);
        _queue = Channel.CreateBounded<PendingCommit>(
            new BoundedChannelOptions(options.LongestQueue) { SingleReader = true });
        _loop = RunAsync();
    }

    public async ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        var pending = new PendingCommit(commit, Interlocked.Increment(ref _lastToken));
        try
        {
            if (!_queue.Writer.TryWrite(pending))
            {
                await _queue.Writer.WriteAsync(pending, cancellationToken).AsTask().WaitAsync(_options.Patience, _time, cancellationToken);
            }

            return await pending.Answer.WaitAsync(_options.Patience, _time, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new StoreUnavailableException(
                $"Step {commit.ExpectedVersion + 1} of bot {commit.Bot} got no answer from the database within {_options.Patience}.", late);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The store takes no more steps: the program is stopping.", closed);
        }
        finally
        {
            pending.Abandon();
        }
    }

    public async ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) =>
        await ReachedAsync(async () =>
        {
            await using var command = _source.CreateCommand("""
                insert into bots (id, tenant_id, name, settings, created_at) values ($1, $2, $3, $4::jsonb, $5)
                on conflict (id) do nothing
                """);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = creation.Id.Value });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = creation.Tenant.Value });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = creation.Name });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = creation.Settings });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = creation.CreatedAt.ToUniversalTime() });
            await command.ExecuteNonQueryAsync(cancellationToken);
            var stored = await StoredBots.FindAsync(_source, creation.Id, cancellationToken);
            return stored!.Definition;
        });

    public async ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken) =>
        await ReachedAsync(() => StoredBots.FindAsync(_source, bot, cancellationToken));

    public async IAsyncEnumerable<StoredBot> LoadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in StoredBots.AllAsync(_source, cancellationToken))
        {
            yield return stored;
        }
    }

    /// <summary>Takes no more steps and writes what waits, as long as the database answers.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private static async Task<T> ReachedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException failure) when (Failures.IsAbsence(failure))
        {
            throw new StoreUnavailableException("The database could not be reached.", failure);
        }
    }

    private async Task RunAsync()
    {
        var batch = new List<PendingCommit>(_options.LargestBatch);
        var bots = new HashSet<BotId>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                batch.Clear();
                bots.Clear();
                // A bot's second step in the queue belongs to the next batch: it builds on the first.
                while (batch.Count < _options.LargestBatch
                    && _queue.Reader.TryPeek(out var next) && bots.Add(next.Commit.Bot) && _queue.Reader.TryRead(out next))
                {
                    batch.Add(next);
                }

                batch.Sort(static (left, right) => left.Commit.Bot.CompareTo(right.Commit.Bot));
                await WriteAsync(batch, isRepeat: false);
            }
        }
        finally
        {
            // Whoever still waits after a fault of ours hears of it at once.
            _queue.Writer.TryComplete();
            var reason = new StoreUnavailableException("The store's writer has ended.");
            batch.ForEach(pending => pending.Fail(reason));
            while (_queue.Reader.TryRead(out var pending))
            {
                pending.Fail(reason);
            }
        }
    }

    private async Task WriteAsync(List<PendingCommit> batch, bool isRepeat)
    {
        for (var pause = _options.FirstPause; ; isRepeat = true)
        {
            batch = [.. batch.Where(pending => !pending.IsAbandoned)];
            if (batch.Count == 0)
            {
                return;
            }

            try
            {
                await _writer.WriteAsync(batch, isRepeat);
                return;
            }
            catch (PostgresException fault) when (Failures.IsContent(fault))
            {
                await IsolateAsync(batch, isRepeat, fault);
                return;
            }
            catch (NpgsqlException absence)
            {
                _log.LogWarning("{Count} steps wait for the database: {Reason}", batch.Count, absence.Message);
                await Task.Delay(pause, _time);
                pause = pause * 2 < _options.LongestPause ? pause * 2 : _options.LongestPause;
            }
        }
    }

    // One bot's content that no table takes must not stop the others: halve until it stands alone.
    private async Task IsolateAsync(List<PendingCommit> batch, bool isRepeat, PostgresException fault)
    {
        if (batch.Count == 1)
        {
            batch[0].Fail(new InvalidOperationException(
                $"The ledger cannot hold step {batch[0].Commit.ExpectedVersion + 1} of bot {batch[0].Commit.Bot}: {fault.MessageText}",
                fault));
            return;
        }

        var half = batch.Count / 2;
        await WriteAsync([.. batch.Take(half)], isRepeat);
        await WriteAsync([.. batch.Skip(half)], isRepeat);
    }
}
