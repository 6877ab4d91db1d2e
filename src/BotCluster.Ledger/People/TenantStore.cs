using BotCluster.Trading.Bots;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>A client of the installation.</summary>
public sealed record Tenant
{
    public required TenantId Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether its kill switch is pulled.</summary>
    public bool IsKilled { get; init; }

    /// <summary>Bots that are not retired.</summary>
    public int Bots { get; init; }

    /// <summary>Where its alerts are sent; null: nowhere.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Sealed by the application's keys; null without a webhook.</summary>
    public byte[]? WebhookSecret { get; init; }
}

/// <summary>The clients of the installation.</summary>
public sealed class TenantStore(NpgsqlDataSource source)
{
    private const string Select = """
        select t.id, t.name, t.created_at, t.kill_switch, t.webhook_url, t.webhook_secret,
               (select count(*)::int from bots b where b.tenant_id = t.id and b.status <> 'Retired') as bots
        from tenants t
        """;

    public Task CreateAsync(TenantId id, string name, DateTimeOffset now, CancellationToken cancellationToken) => source.RunAsync(
        "insert into tenants (id, name, created_at) values (@Value, @name, @now) on conflict (id) do nothing",
        new { id.Value, name, now },
        cancellationToken);

    public async Task<Tenant?> FindAsync(TenantId id, CancellationToken cancellationToken) =>
        await source.OneAsync<Row>($"{Select} where t.id = @Value", new { id.Value }, cancellationToken) is { } row ? row.Tenant : null;

    /// <summary>Clients by name.</summary>
    /// <param name="only">Those to choose from; null: all.</param>
    /// <param name="after">The client the page before ended with.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">To give up.</param>
    public async Task<IReadOnlyList<Tenant>> ListAsync(
        IReadOnlyCollection<TenantId>? only, TenantId? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await source.AllAsync<Row>(
            $"""
            {Select}
            where (@only::uuid[] is null or t.id = any(@only))
              and (@after::uuid is null or (lower(t.name), t.id) > (select lower(a.name), a.id from tenants a where a.id = @after))
            order by lower(t.name), t.id limit @limit
            """,
            new { only = only?.Select(tenant => tenant.Value).ToArray(), after = after?.Value, limit },
            cancellationToken);
        return [.. rows.Select(row => row.Tenant)];
    }

    public Task SetWebhookAsync(TenantId id, Uri? url, byte[]? sealedSecret, CancellationToken cancellationToken) => source.RunAsync(
        "update tenants set webhook_url = @url, webhook_secret = @sealedSecret where id = @Value",
        new { id.Value, url = url?.AbsoluteUri, sealedSecret },
        cancellationToken);

    private sealed record Row(
        Guid Id, string Name, DateTime Created_At, bool Kill_Switch, string? Webhook_Url, byte[]? Webhook_Secret, int Bots)
    {
        public Tenant Tenant => new()
        {
            Id = new TenantId(Id),
            Name = Name,
            CreatedAt = Statement.Instant(Created_At),
            IsKilled = Kill_Switch,
            Bots = Bots,
            Webhook = Webhook_Url is null ? null : new Uri(Webhook_Url),
            WebhookSecret = Webhook_Secret,
        };
    }
}
