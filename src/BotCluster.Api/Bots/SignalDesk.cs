using System.Text.Json;
using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Refusals;
using BotCluster.Engine.Bots;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Bots;

/// <summary>A proposal that was taken.</summary>
internal sealed record SignalReceipt(Guid Id);

/// <summary>Takes proposals for bots, and keeps each with what became of it.</summary>
internal sealed class SignalDesk(Doors doors, BotDesk desk, SignalStore store, TimeProvider clock)
{
    public async Task<Attempt<SignalReceipt>> SubmitAsync(
        Caller caller, Guid bot, SignalRequest request, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.BotAsync(caller, bot, Role.Trader, cancellationToken)).IsRefused(out var row, out var refusal)
            || SignalReading.Read(request).IsRefused(out var signal, out refusal))
        {
            return refusal;
        }

        var outcome = await desk.CommandAsync(caller, bot, new BotCommand.Submit(signal), note, cancellationToken);
        var refused = outcome.Result as Refusal;
        var now = clock.GetUtcNow();
        var received = new ReceivedSignal(
            Guid.CreateVersion7(now),
            row.Definition.Tenant,
            row.Definition.Id,
            now,
            JsonSerializer.Serialize(request, JsonSerializerOptions.Web),
            refused?.Code ?? "taken",
            refused?.Detail);
        await store.AppendAsync(received, cancellationToken);
        return refused is null ? new SignalReceipt(received.Id) : refused;
    }
}
