using BotCluster.Ledger.Writing;
using BotCluster.Testing;
using BotCluster.Trading.Ports;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Writing;

/// <summary>A commit that landed although its answer was lost is told from another copy's by its token.</summary>
public sealed class BatchWriterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FilledLedger _ledger = null!;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        await _ledger.AddBotAsync(1, Tenant, "Ada");
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Knows_its_own_write_again_after_a_lost_answer()
    {
        Assert.Equal(CommitOutcome.Committed, await WriteAsync(token: 7, isRepeat: false));
        Assert.Equal(CommitOutcome.Committed, await WriteAsync(token: 7, isRepeat: true));
    }

    [Fact]
    public async Task Takes_another_copys_equal_write_for_what_it_is()
    {
        await WriteAsync(token: 7, isRepeat: false);
        Assert.Equal(CommitOutcome.Outdated, await WriteAsync(token: 8, isRepeat: true));
        Assert.Equal(CommitOutcome.Outdated, await WriteAsync(token: 8, isRepeat: false));
    }

    [Fact]
    public async Task Writes_at_last_what_had_not_landed() =>
        Assert.Equal(CommitOutcome.Committed, await WriteAsync(token: 7, isRepeat: true));

    private async Task<CommitOutcome> WriteAsync(long token, bool isRepeat)
    {
        var pending = new PendingCommit(Commit(1, 0, Fill(1, 1)), token);
        await new BatchWriter(_ledger.Source, TimeProvider.System).WriteAsync([pending], isRepeat);
        return await pending.Answer;
    }
}
