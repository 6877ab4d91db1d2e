using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>Writes one batch in one transaction: every bot's state, guarded, and the facts of those that were let through.</summary>
internal sealed class BatchWriter(NpgsqlDataSource source, TimeProvider time)
{
    // Rows come in key order, so that two writers never wait for each other in a circle. A bot without a state yet
    // is new only where the expected version says so and the client owns it.
    private const string MoveStates = """
        with given as (
            select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::int[], $5::bigint[], $6::bytea[])
                as given (bot_id, tenant_id, expected, epoch, token, payload)
        ), moved as (
            update bot_states s
            set version = given.expected + 1, epoch = given.epoch, token = given.token,
                payload = given.payload, updated_at = $7
            from given
            where s.bot_id = given.bot_id and s.tenant_id = given.tenant_id
              and s.version = given.expected and s.epoch <= given.epoch
            returning s.bot_id
        ), made as (
            insert into bot_states (bot_id, tenant_id, version, epoch, token, payload, updated_at)
            select given.bot_id, given.tenant_id, 1, given.epoch, given.token, given.payload, $7
            from given join bots on bots.id = given.bot_id and bots.tenant_id = given.tenant_id
            where given.expected = 0
            on conflict do nothing
            returning bot_id
        )
        select bot_id from moved union all select bot_id from made
        """;

    // A retired bot's money is no longer the fleet's: what it was last worth leaves its client's sum.
    private const string TakeOutRetired = """
        insert into tenant_equity (tenant_id, at, equity)
        select gone.tenant_id, last.at, last.equity - gone.equity
        from (
            select b.tenant_id, sum(f.equity) as equity
            from unnest($1::uuid[]) as given (bot_id)
            join bots b on b.id = given.bot_id and b.status <> 'Retired'
            join bot_figures f on f.bot_id = b.id and f.equity is not null
            group by b.tenant_id
        ) gone cross join lateral (
            select at, equity from tenant_equity t where t.tenant_id = gone.tenant_id order by at desc limit 1
        ) last
        on conflict (tenant_id, at) do update set equity = excluded.equity
        """;

    private const string ChangeBots = """
        update bots b
        set status = given.status,
            settings = coalesce(given.settings, b.settings),
            name = coalesce(given.settings ->> 'name', b.name),
            archived_at = case when given.status = 'Retired' then coalesce(b.archived_at, $4) end
        from unnest($1::uuid[], $2::text[], $3::jsonb[]) as given (bot_id, status, settings)
        where b.id = given.bot_id and (b.status <> given.status or given.settings is not null)
        """;

    private const string Recognise = """
        select s.bot_id from unnest($1::uuid[], $2::bigint[]) as given (bot_id, token)
        join bot_states s on s.bot_id = given.bot_id and s.token = given.token
        """;

    private readonly Months _months = new(source, time);
    private readonly Dictionary<BotId, BotStatus> _statuses = [];

    /// <summary>Writes the batch and answers everyone in it.</summary>
    /// <param name="batch">In key order, one step a bot.</param>
    /// <param name="isRepeat">An earlier attempt failed and may have landed all the same.</param>
    public async Task WriteAsync(IReadOnlyList<PendingCommit> batch, bool isRepeat)
    {
        await _months.EnsureAsync(batch.SelectMany(pending => FactBatch.MonthsOf(pending.Commit)));
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var through = await MoveAsync(connection, batch);
        var accepted = batch.Where(pending => through.Contains(pending.Commit.Bot.Value)).ToList();
        await RecordAsync(connection, accepted);
        await transaction.CommitAsync();
        if (isRepeat && accepted.Count < batch.Count)
        {
            through.UnionWith(await RecogniseAsync(connection, batch));
        }

        foreach (var pending in accepted)
        {
            _statuses[pending.Commit.Bot] = pending.Commit.Status;
        }

        foreach (var pending in batch)
        {
            pending.Resolve(through.Contains(pending.Commit.Bot.Value) ? CommitOutcome.Committed : CommitOutcome.Outdated);
        }
    }

    private async Task<HashSet<Guid>> MoveAsync(NpgsqlConnection connection, IReadOnlyList<PendingCommit> batch)
    {
        await using var command = new NpgsqlCommand(MoveStates, connection)
        {
            Parameters =
            {
                Array(batch, pending => pending.Commit.Bot.Value),
                Array(batch, pending => pending.Commit.Tenant.Value),
                Array(batch, pending => pending.Commit.ExpectedVersion),
                Array(batch, pending => pending.Commit.Epoch),
                Array(batch, pending => pending.Token),
                Array(batch, pending => pending.Commit.State),
                new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() },
            },
        };
        return await IdsAsync(command);
    }

    private async Task RecordAsync(NpgsqlConnection connection, List<PendingCommit> accepted)
    {
        await using var commands = new NpgsqlBatch(connection);
        var facts = new FactBatch();
        var changed = new List<PendingCommit>();
        foreach (var pending in accepted)
        {
            facts.Add(pending.Commit);
            if (pending.Commit.Settings is not null
                || !_statuses.TryGetValue(pending.Commit.Bot, out var known) || known != pending.Commit.Status)
            {
                changed.Add(pending);
            }
        }

        facts.AddTo(commands);
        if (changed.FindAll(pending => pending.Commit.Status == BotStatus.Retired) is { Count: > 0 } retired)
        {
            commands.BatchCommands.Add(new NpgsqlBatchCommand(TakeOutRetired)
            {
                Parameters = { Array(retired, pending => pending.Commit.Bot.Value) },
            });
        }

        if (changed.Count > 0)
        {
            commands.BatchCommands.Add(new NpgsqlBatchCommand(ChangeBots)
            {
                Parameters =
                {
                    Array(changed, pending => pending.Commit.Bot.Value),
                    Array(changed, pending => pending.Commit.Status.ToString()),
                    Array(changed, pending => pending.Commit.Settings),
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() },
                },
            });
        }

        if (commands.BatchCommands.Count > 0)
        {
            await commands.ExecuteNonQueryAsync();
        }
    }

    private static async Task<HashSet<Guid>> RecogniseAsync(NpgsqlConnection connection, IReadOnlyList<PendingCommit> batch)
    {
        await using var command = new NpgsqlCommand(Recognise, connection)
        {
            Parameters = { Array(batch, pending => pending.Commit.Bot.Value), Array(batch, pending => pending.Token) },
        };
        return await IdsAsync(command);
    }

    private static async Task<HashSet<Guid>> IdsAsync(NpgsqlCommand command)
    {
        var ids = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private static NpgsqlParameter<T[]> Array<T>(IReadOnlyList<PendingCommit> batch, Func<PendingCommit, T> value)
    {
        var values = new T[batch.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = value(batch[index]);
        }

        return new NpgsqlParameter<T[]> { TypedValue = values };
    }
}
