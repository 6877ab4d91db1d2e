using System.Text.Json;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Auditing;

/// <summary>One act of somebody.</summary>
internal sealed record AuditLine(
    long Id,
    DateTimeOffset At,
    Guid? ClientId,
    Guid? ActorId,
    string Actor,
    string Action,
    string Subject,
    string Outcome,
    string? Address,
    string? CorrelationId,
    IReadOnlyDictionary<string, string> Details)
{
    public static AuditLine Of(AuditEntry entry)
    {
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Details) ?? [];
        return new AuditLine(
            entry.Id,
            entry.At,
            entry.Tenant?.Value,
            entry.ActorId,
            entry.Actor,
            entry.Action,
            entry.Subject,
            details.GetValueOrDefault("outcome", "done"),
            details.GetValueOrDefault("address"),
            entry.CorrelationId,
            details);
    }
}
