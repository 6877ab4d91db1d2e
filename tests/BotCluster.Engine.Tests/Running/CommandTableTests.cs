using BotCluster.Engine.Bots;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Tests.Running;

/// <summary>What each command makes of a bot in each situation: the status and block after it, or the code of the refusal.</summary>
public sealed class CommandTableTests
{
    // flat: no position; holding: a protected position; closing: its exit is under way. A word in brackets is a refusal.
    private const string Table = """
        situation         | Start      | Resume     | Pause         | Stop     | Retire     | Close    | CancelAll | Submit        | Kill            | Release
        created           | Running    | Running    | [not-running] | Created  | Retired    | Created  | Created   | [not-running] | Created Killed  | Created
        running flat      | Running    | Running    | Paused        | Stopped  | Retired    | Running  | Running   | Running       | Stopped Killed  | Running
        running entering  | Running    | Running    | Paused        | Stopped  | [not-flat] | Running  | Running   | Running       | Stopped Killed  | Running
        running holding   | Running    | Running    | Paused        | Stopped  | [not-flat] | Running  | Running   | Running       | Stopping Killed | Running
        paused flat       | Running    | Running    | Paused        | Stopped  | Retired    | Paused   | Paused    | Paused        | Stopped Killed  | Paused
        paused holding    | Running    | Running    | Paused        | Stopped  | [not-flat] | Paused   | Paused    | Paused        | Stopping Killed | Paused
        stopping closing  | Running    | Running    | [not-running] | Stopping | [not-flat] | Stopping | Stopping  | [not-running] | Stopping Killed | Stopping
        stopped flat      | Running    | Running    | [not-running] | Stopped  | Retired    | Stopped  | Stopped   | [not-running] | Stopped Killed  | Stopped
        stopped holding   | Running    | Running    | [not-running] | Stopped  | [not-flat] | Stopped  | Stopped   | [not-running] | Stopping Killed | Stopped
        drawdown holding  | [drawdown] | Running    | [not-running] | Stopped Drawdown | [not-flat] | Stopped Drawdown | Stopped Drawdown | [not-running] | Stopping Killed | Stopped Drawdown
        killed closing    | [killed]   | [killed]   | [not-running] | Stopping Killed  | [not-flat] | Stopping Killed  | Stopping Killed  | [not-running] | Stopping Killed | Stopping
        killed flat       | [killed]   | [killed]   | [not-running] | Stopped Killed   | Retired Killed | Stopped Killed | Stopped Killed | [not-running] | Stopped Killed  | Stopped
        retired           | [retired]  | [retired]  | [retired]     | [retired] | Retired   | [retired] | [retired] | [retired]    | [retired]       | [retired]
        """;

    private static readonly string[][] Rows = [.. Table.Split('\n').Select(line => line.Split('|').Select(word => word.Trim()).ToArray())];

    public static TheoryData<string> Situations => [.. Rows.Skip(1).Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Answers_each_command(string situation)
    {
        var expected = Rows.Single(row => row[0] == situation)[1..];
        var actual = new List<string>();
        foreach (var command in Rows[0][1..])
        {
            var rig = await InAsync(situation);
            var refusal = await rig.RefusalOfAsync(CommandOf(command));
            actual.Add(refusal is null ? $"{rig.Status} {rig.State.Block}".Trim() : $"[{refusal}]");
        }

        Assert.Equal(string.Join(" | ", expected), string.Join(" | ", actual));
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Told_twice_is_told_once(string situation)
    {
        foreach (var command in Rows[0][1..].Where(command => command != "Submit"))
        {
            var rig = await InAsync(situation);
            await rig.TellAsync(CommandOf(command));
            var (status, block, orders) = (rig.Status, rig.State.Block, rig.State.Orders.ToArray());
            await rig.TellAsync(CommandOf(command));

            Assert.Equal((command, status, block), (command, rig.Status, rig.State.Block));
            Assert.Equal(orders, rig.State.Orders);
        }
    }

    private static BotCommand CommandOf(string name) => name switch
    {
        "Start" => new BotCommand.Start(),
        "Resume" => new BotCommand.Resume(),
        "Pause" => new BotCommand.Pause(),
        "Stop" => new BotCommand.Stop(),
        "Retire" => new BotCommand.Retire(),
        "Close" => new BotCommand.ClosePosition(null),
        "CancelAll" => new BotCommand.CancelAll(),
        "Submit" => new BotCommand.Submit(new Signal.Enter(Symbol.Parse("BTC-USDT"), Direction.Long, 0.8, "told")),
        "Kill" => new BotCommand.Kill("test"),
        _ => new BotCommand.Release(),
    };

    private static async Task<RunnerRig> InAsync(string situation)
    {
        var words = situation.Split(' ');
        var rig = await RunnerRig.MakeAsync(settings => settings with
        {
            OnStop = words[0] == "stopping" ? OnStop.Close : OnStop.KeepProtected,
            Risk = settings.Risk with { MaximumDrawdown = 0.01m, MaximumLossPerTrade = 0.10m, MaximumDailyLoss = 100_000m, DefaultStopDistance = 0.2m },
        });
        await rig.FlatAsync();
        if (words[0] != "created")
        {
            await rig.TellAsync(new BotCommand.Start());
            await rig.FlatAsync();
        }

        if (words[^1] is "holding" or "closing" or "entering")
        {
            await rig.EnterAsync(0.3m);
        }

        if (words[^1] is "holding" or "closing")
        {
            await rig.FlatAsync();
            Assert.False(rig.State.Account.IsFlat);
        }

        await (words[0] switch
        {
            "paused" => rig.TellAsync(new BotCommand.Pause()),
            "stopping" or "stopped" => rig.TellAsync(new BotCommand.Stop()),
            "drawdown" => rig.FlatAsync(95),
            "killed" => rig.TellAsync(new BotCommand.Kill("test")),
            "retired" => rig.TellAsync(new BotCommand.Retire()),
            _ => Task.CompletedTask,
        });
        return rig;
    }
}
