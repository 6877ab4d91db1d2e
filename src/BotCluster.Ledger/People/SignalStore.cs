using BotCluster.Trading.Bots;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>A proposal that came from outside, and what became of it.</summary>
/// <param name="Id">Made by whoever took it.</param>
/// <param name="Tenant">Whose bot it is for.</param>
/// <param name="Bot">The bot it is for.</param>
/// <param name="ReceivedAt">By the wall clock.</param>
/// <param name="Content">As it came, as JSON.</param>
/// <param name="Outcome">Taken, or the refusal's code.</param>
/// <param name="Detail">Why it was refused.</param>
public sealed record ReceivedSignal(
    Guid Id, TenantId Tenant, BotId Bot, DateTimeOffset ReceivedAt, string Content, string Outcome, string? Detail);

/// <summary>Proposals from outside, for the record.</summary>
public sealed class SignalStore(NpgsqlDataSource source)
{
    public Task AppendAsync(ReceivedSignal signal, CancellationToken cancellationToken) => source.RunAsync(
        """
        insert into signals (id, tenant_id, bot_id, received_at, content, outcome, detail)
        values (@Id, @Tenant, @Bot, @ReceivedAt, @Content::jsonb, @Outcome, @Detail)
        """,
        new
        {
            signal.Id,
            Tenant = signal.Tenant.Value,
            Bot = signal.Bot.Value,
            ReceivedAt = signal.ReceivedAt.ToUniversalTime(),
            signal.Content,
            signal.Outcome,
            signal.Detail,
        },
        cancellationToken);
}
