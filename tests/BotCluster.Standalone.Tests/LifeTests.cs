using BotCluster.Standalone.Tests.Hosting;

namespace BotCluster.Standalone.Tests;

/// <summary>One installation from its first start over a backup to its restoration.</summary>
[Collection(Machine.Name)]
public sealed class LifeTests
{
    private const string Fills = "select count(*) from fills";
    private const string Orders = "select count(*) from orders";

    [Fact]
    public async Task Trades_stops_carries_on_and_comes_back_from_a_backup_in_a_new_epoch()
    {
        using var scratch = new ScratchDirectory();
        string[] run = ["--data", scratch.Data, "--urls", "http://127.0.0.1:0", "--speed", "50"];

        await using (var first = await Inside.StartAsync(run))
        {
            Assert.Contains("/#/welcome/", first.Output, StringComparison.Ordinal);
            Assert.Contains("demo: made 24 bots of 2 clients", first.Output, StringComparison.Ordinal);
            await LedgerLook.GrowsOverAsync(scratch.Data, Fills, 20);

            await RefusesASecondStartAsync(run);
            await RefusesToRestoreAsync(scratch);
            await AgreesAsync(scratch.Data);
            var (code, output) = await Inside.ToEndAsync("--backup", scratch.PathOf("saved"), "--data", scratch.Data);
            Assert.True(code == 0, output);
            Assert.Equal(0, await first.StopAsync());
        }

        await AgreesAsync(scratch.Data);
        await CarriesOnAsync(run, scratch);
        await ComesBackAsync(run, scratch);
    }

    private static async Task RefusesASecondStartAsync(string[] run)
    {
        var (code, output) = await Inside.ToEndAsync(run);

        Assert.Equal(1, code);
        Assert.Contains($"in use by process {Environment.ProcessId}", output, StringComparison.Ordinal);
    }

    private static async Task RefusesToRestoreAsync(ScratchDirectory scratch)
    {
        await File.WriteAllTextAsync(scratch.PathOf("any"), "PGDMP", TestContext.Current.CancellationToken);
        var (code, output) = await Inside.ToEndAsync("--restore", scratch.PathOf("any"), "--replace", "--data", scratch.Data);

        Assert.Equal(1, code);
        Assert.Contains("in use by process", output, StringComparison.Ordinal);
    }

    private static async Task CarriesOnAsync(string[] run, ScratchDirectory scratch)
    {
        await using var again = await Inside.StartAsync(run);

        Assert.DoesNotContain("demo: made", again.Output, StringComparison.Ordinal);
        var before = await LedgerLook.AskAsync<long>(scratch.Data, Fills);
        await LedgerLook.GrowsOverAsync(scratch.Data, Fills, before);
        Assert.Equal(24, await LedgerLook.AskAsync<long>(scratch.Data, "select count(*) from bots"));
    }

    private static async Task ComesBackAsync(string[] run, ScratchDirectory scratch)
    {
        var (refused, why) = await Inside.ToEndAsync("--restore", scratch.PathOf("saved"), "--data", scratch.Data);
        Assert.Equal(1, refused);
        Assert.Contains("--replace", why, StringComparison.Ordinal);

        Directory.Delete(scratch.Data, recursive: true);
        var (code, output) = await Inside.ToEndAsync("--restore", scratch.PathOf("saved"), "--data", scratch.Data);
        Assert.True(code == 0, output);
        Assert.Contains("epoch 2", output, StringComparison.Ordinal);
        await AgreesAsync(scratch.Data);

        await using (var restored = await Inside.StartAsync(run))
        {
            var before = await LedgerLook.AskAsync<long>(scratch.Data, Orders);
            Assert.True(before > 0);
            await LedgerLook.GrowsOverAsync(scratch.Data, Orders, before);
            Assert.Equal(0, await LedgerLook.AskAsync<long>(scratch.Data, "select count(*) from bot_states where epoch <> 2"));
        }

        await AgreesAsync(scratch.Data);
        var (replaced, said) = await Inside.ToEndAsync("--restore", scratch.PathOf("saved"), "--replace", "--data", scratch.Data);
        Assert.True(replaced == 0, said);
        Assert.Contains("epoch 3", said, StringComparison.Ordinal);
    }

    private static async Task AgreesAsync(string data)
    {
        var (code, output) = await Inside.ToEndAsync("--check", "--data", data);

        Assert.True(code == 0, output);
        Assert.Contains("agree to the last decimal", output, StringComparison.Ordinal);
    }
}
