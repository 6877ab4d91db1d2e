using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Engine.Bots;
using BotCluster.Trading.Markets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>What a trader can order a bot to do. Each may be asked for twice.</summary>
internal static class BotCommandEndpoints
{
    private const decimal LargestTransfer = 1_000_000_000m;

    public static void MapBotCommands(this IEndpointRouteBuilder routes)
    {
        var bot = routes.MapGroup("/bots/{id:guid}").WithTags("Bots");

        bot.MapPlain("start", "startBot", new BotCommand.Start());
        bot.MapPlain("pause", "pauseBot", new BotCommand.Pause());
        bot.MapPlain("resume", "resumeBot", new BotCommand.Resume());
        bot.MapPlain("stop", "stopBot", new BotCommand.Stop());
        bot.MapPlain("retire", "retireBot", new BotCommand.Retire());
        bot.MapPlain("cancel-all", "cancelAll", new BotCommand.CancelAll());
        bot.MapPlain("arm", "armBot", new BotCommand.Arm());
        bot.MapPlain("release", "releaseBot", new BotCommand.Release());
        bot.MapPost("/close", Close).WithName("closePosition");
        bot.MapPost("/kill", Kill).WithName("killBot");
        bot.MapPost("/budget", ChangeBudget).WithName("changeBudget");
    }

    private static void MapPlain(this RouteGroupBuilder bot, string verb, string name, BotCommand command) => bot
        .MapPost($"/{verb}", (Guid id, Caller caller, BotDesk desk, AuditNote note, CancellationToken cancellationToken) =>
            desk.CommandAsync(caller, id, command, note, cancellationToken))
        .WithName(name);

    private static async Task<Results<Ok<Bot>, Refusal>> Close(
        Guid id, Body<CloseRequest> body, Caller caller, BotDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        Symbol? symbol = null;
        if (body.Value.Symbol is { } text)
        {
            if (!Symbol.TryParse(text, out var parsed))
            {
                return Refuse.Invalid("symbol", "is not a symbol: BASE-QUOTE or BASE-QUOTE-PERP, such as BTC-USDT");
            }

            symbol = parsed;
            note.Details["symbol"] = text;
        }

        return await desk.CommandAsync(caller, id, new BotCommand.ClosePosition(symbol), note, cancellationToken);
    }

    private static async Task<Results<Ok<Bot>, Refusal>> Kill(
        Guid id, Body<BotKillRequest> body, Caller caller, BotDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        if (TextRules.Flaw(body.Value.Reason) is { } flaw)
        {
            return Refuse.Invalid("reason", flaw);
        }

        note.Details["reason"] = body.Value.Reason;
        return await desk.CommandAsync(caller, id, new BotCommand.Kill(body.Value.Reason), note, cancellationToken);
    }

    private static async Task<Results<Ok<Bot>, Refusal>> ChangeBudget(
        Guid id, Body<BudgetRequest> body, Caller caller, BotDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        var amount = body.Value.Amount;
        if (amount == 0m || Math.Abs(amount) > LargestTransfer)
        {
            return Refuse.Invalid("amount", "has to be other than 0 and at most 1000000000, negative to take money out");
        }

        note.Details["amount"] = amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await desk.CommandAsync(caller, id, new BotCommand.ChangeBudget(amount), note, cancellationToken);
    }
}
