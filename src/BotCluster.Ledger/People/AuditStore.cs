using BotCluster.Trading.Bots;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>One act of somebody, for the record.</summary>
public sealed record AuditEntry
{
    /// <summary>Counted by the ledger; 0 on the way in.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where it belongs to no client.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>Null for the program itself, and for somebody who is not known.</summary>
    public Guid? ActorId { get; init; }

    public required string Actor { get; init; }

    /// <summary>What was asked, such as <c>startBot</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Of what, such as a bot's id.</summary>
    public required string Subject { get; init; }

    /// <summary>Outcome, address and what else there is to say, as a JSON object.</summary>
    public required string Details { get; init; }

    public string? CorrelationId { get; init; }
}

/// <summary>Which entries of the audit log somebody wants to see.</summary>
/// <param name="Tenants">Of these clients only; null: all, and what belongs to none.</param>
/// <param name="Action">This action only.</param>
/// <param name="Subject">On this only.</param>
/// <param name="From">From this instant on.</param>
/// <param name="To">Before this instant.</param>
public sealed record AuditFilter(
    IReadOnlyCollection<TenantId>? Tenants, string? Action, string? Subject, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>The record of who did what. It only ever grows.</summary>
public sealed class AuditStore(NpgsqlDataSource source)
{
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) => source.RunAsync(
        """
        insert into audit_log (at, tenant_id, actor_id, actor, action, subject, details, correlation_id)
        values (@At, @Tenant, @ActorId, @Actor, @Action, @Subject, @Details::jsonb, @CorrelationId)
        """,
        new
        {
            entry.At,
            Tenant = entry.Tenant?.Value,
            entry.ActorId,
            entry.Actor,
            entry.Action,
            entry.Subject,
            entry.Details,
            entry.CorrelationId,
        },
        cancellationToken);

    /// <summary>Entries, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(
        AuditFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        var rows = await source.AllAsync<Row>(
            """
            select id, at, tenant_id, actor_id, actor, action, subject, details::text as details, correlation_id from audit_log
            where (@tenants::uuid[] is null or tenant_id = any(@tenants)) and (@before::bigint is null or id < @before)
              and (@Action::text is null or action = @Action) and (@Subject::text is null or subject = @Subject)
              and (@From::timestamptz is null or at >= @From) and (@To::timestamptz is null or at < @To)
            order by id desc limit @limit
            """,
            new
            {
                tenants = filter.Tenants?.Select(tenant => tenant.Value).ToArray(),
                before,
                filter.Action,
                filter.Subject,
                filter.From,
                filter.To,
                limit,
            },
            cancellationToken);
        return [.. rows.Select(row => row.Entry)];
    }

    private sealed record Row(
        long Id,
        DateTime At,
        Guid? Tenant_Id,
        Guid? Actor_Id,
        string Actor,
        string Action,
        string Subject,
        string? Details,
        string? Correlation_Id)
    {
        public AuditEntry Entry => new()
        {
            Id = Id,
            At = Statement.Instant(At),
            Tenant = Tenant_Id is { } tenant ? new TenantId(tenant) : null,
            ActorId = Actor_Id,
            Actor = Actor,
            Action = Action,
            Subject = Subject,
            Details = Details ?? "{}",
            CorrelationId = Correlation_Id,
        };
    }
}
