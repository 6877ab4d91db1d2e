using BotCluster.Standalone.Tests.Hosting;

namespace BotCluster.Standalone.Tests;

/// <summary>Whatever is killed, and whenever: bots carry on, and the books agree.</summary>
[Collection(Machine.Name)]
public sealed class KillTests
{
    private const string Steps = "select extract(epoch from at)::bigint / 300 from feed_cursors";

    [Fact]
    public async Task Carries_on_after_the_program_was_killed_again_and_again_and_adopts_its_living_database()
    {
        using var scratch = new ScratchDirectory();
        string[] run = ["--data", scratch.Data, "--urls", "http://127.0.0.1:0", "--speed", "100"];
        for (var kill = 0; kill < 3; kill++)
        {
            await using var host = await HostProcess.StartAsync(run);
            Assert.Equal(kill > 0, host.Output.Contains("adopted a server", StringComparison.Ordinal));
            await LedgerLook.GrowsOverAsync(scratch.Data, Steps, await LedgerLook.AskAsync<long>(scratch.Data, Steps) + 20);
            await host.KillAsync();
        }

        await using (var last = await HostProcess.StartAsync(run))
        {
            Assert.Equal(0, await last.StopAsync());
        }

        await AgreesAsync(scratch.Data);
    }

    [Fact]
    public async Task Starts_its_database_again_when_that_is_killed_and_bots_carry_on()
    {
        using var scratch = new ScratchDirectory();
        await using (var host = await HostProcess.StartAsync("--data", scratch.Data, "--urls", "http://127.0.0.1:0", "--speed", "100"))
        {
            for (var kill = 0; kill < 2; kill++)
            {
                var before = await LedgerLook.AskAsync<long>(scratch.Data, Steps);
                var killed = HostProcess.DatabaseOf(scratch.Data);
                await HostProcess.KillDatabaseAsync(scratch.Data);
                await NewDatabaseAsync(scratch.Data, killed);
                await LedgerLook.GrowsOverAsync(scratch.Data, Steps, before + 20);
            }

            Assert.Equal(0, await host.StopAsync());
        }

        await AgreesAsync(scratch.Data);
    }

    private static async Task NewDatabaseAsync(string data, int killed)
    {
        using var patience = new CancellationTokenSource(Inside.Patience);
        while (!File.Exists(Path.Combine(data, "cluster", "postmaster.pid")) || HostProcess.DatabaseOf(data) == killed)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static async Task AgreesAsync(string data)
    {
        var (code, output) = await Inside.ToEndAsync("--check", "--data", data);

        Assert.True(code == 0, output);
    }
}
