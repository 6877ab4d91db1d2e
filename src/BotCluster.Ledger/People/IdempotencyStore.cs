using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>What is known of a creation's key.</summary>
public abstract record KeyAnswer
{
    private KeyAnswer()
    {
    }

    /// <summary>It is new: do the work, then complete it.</summary>
    public sealed record Fresh : KeyAnswer;

    /// <summary>The work was done: give the first answer again.</summary>
    public sealed record Answered(int Status, ReadOnlyMemory<byte> Body) : KeyAnswer;

    /// <summary>The first request is still at work.</summary>
    public sealed record Busy : KeyAnswer;

    /// <summary>The key was used for another request.</summary>
    public sealed record OfAnother : KeyAnswer;
}

/// <summary>Creations that carry a key, so that a repeat creates nothing.</summary>
public sealed class IdempotencyStore(NpgsqlDataSource source)
{
    public async Task<KeyAnswer> ClaimAsync(
        Guid user, string key, byte[] requestHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var claim = source.CreateCommand("""
            insert into idempotency_keys (user_id, key, request_hash, created_at) values ($1, $2, $3, $4)
            on conflict (user_id, key) do nothing
            """);
        claim.With(user).With(key).With(requestHash).With(now.ToUniversalTime());
        if (await claim.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            return new KeyAnswer.Fresh();
        }

        await using var find = new Query("select request_hash, status, body from idempotency_keys")
            .Where("user_id = ?", user).Where("key = ?", key).On(source);
        return await Rows.FirstAsync(find, row => Judge(row, requestHash), cancellationToken) ?? new KeyAnswer.Busy();
    }

    public async Task CompleteAsync(
        Guid user, string key, int status, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "update idempotency_keys set status = $3, body = $4 where user_id = $1 and key = $2");
        command.With(user).With(key).With(status).With(body.ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives a key free whose work failed, so that it can be tried again.</summary>
    public async Task ReleaseAsync(Guid user, string key, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "delete from idempotency_keys where user_id = $1 and key = $2 and status is null");
        command.With(user).With(key);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("delete from idempotency_keys where created_at < $1");
        command.With(before.ToUniversalTime());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static KeyAnswer Judge(NpgsqlDataReader row, byte[] requestHash) => row switch
    {
        _ when !row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(requestHash) => new KeyAnswer.OfAnother(),
        _ when row.IsDBNull(1) => new KeyAnswer.Busy(),
        _ => new KeyAnswer.Answered(row.GetInt32(1), row.GetFieldValue<byte[]>(2)),
    };
}
