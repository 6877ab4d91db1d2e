using BotCluster.Ledger.People;
using BotCluster.Testing;
using Dapper;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.People;

public sealed class IdempotencyStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Guid User = new("99999999-0000-0000-0000-000000000000");

    private FilledLedger _ledger = null!;
    private IdempotencyStore _keys = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        _keys = new IdempotencyStore(_ledger.Source);
        await using var connection = await _ledger.Source.OpenConnectionAsync(Token);
        await connection.ExecuteAsync(
            "insert into users (id, email, display_name, security_stamp, created_at) values (@User, 'a@b.c', 'A', 's', @Start)",
            new { User, Start });
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Gives_the_first_answer_again_to_the_same_request_only()
    {
        Assert.IsType<KeyAnswer.Fresh>(await _keys.ClaimAsync(User, "k", [1], Start, Token));
        Assert.IsType<KeyAnswer.Busy>(await _keys.ClaimAsync(User, "k", [1], Start, Token));
        await _keys.CompleteAsync(User, "k", 201, new byte[] { 7, 8 }, Token);

        var answered = Assert.IsType<KeyAnswer.Answered>(await _keys.ClaimAsync(User, "k", [1], Start, Token));
        Assert.Equal(201, answered.Status);
        Assert.Equal([7, 8], answered.Body.ToArray());
        Assert.IsType<KeyAnswer.OfAnother>(await _keys.ClaimAsync(User, "k", [2], Start, Token));
    }

    [Fact]
    public async Task A_key_whose_work_failed_or_whose_time_is_over_is_free_again()
    {
        await _keys.ClaimAsync(User, "failed", [1], Start, Token);
        await _keys.ReleaseAsync(User, "failed", Token);
        Assert.IsType<KeyAnswer.Fresh>(await _keys.ClaimAsync(User, "failed", [2], Start, Token));

        Assert.Equal(1, await _keys.RemoveAsync(Start.AddDays(1), Token));
        Assert.IsType<KeyAnswer.Fresh>(await _keys.ClaimAsync(User, "failed", [3], Start, Token));
    }
}
