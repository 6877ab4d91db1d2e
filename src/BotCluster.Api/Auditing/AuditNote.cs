using BotCluster.Trading.Bots;

namespace BotCluster.Api.Auditing;

/// <summary>What an endpoint knows about its act beyond the request itself. The audit filter writes it down.</summary>
internal sealed class AuditNote
{
    public TenantId? Tenant { get; set; }

    public string? Subject { get; set; }

    /// <summary>Who acted, where no session says it: whoever signs in.</summary>
    public (Guid? Id, string Name)? Actor { get; set; }

    public Dictionary<string, string> Details { get; } = new(StringComparer.Ordinal);

    public static ValueTask<AuditNote?> BindAsync(HttpContext context) => ValueTask.FromResult<AuditNote?>(Of(context));

    public static AuditNote Of(HttpContext context)
    {
        if (context.Items[typeof(AuditNote)] is not AuditNote note)
        {
            context.Items[typeof(AuditNote)] = note = new AuditNote();
        }

        return note;
    }
}
