using BotCluster.Api;
using BotCluster.Ledger;
using BotCluster.Ledger.Installations;
using BotCluster.Ledger.Migrations;
using BotCluster.Standalone.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Standalone.Running;

/// <summary>Everything in one process, from taking the data directory to giving it back.</summary>
internal sealed class StandaloneHost(HostRequest.Run request, InstallationPlace place, Terminal terminal, TimeProvider time)
{
    public const string EngineName = "local";

    /// <summary>Runs until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var began = time.GetTimestamp();
        Directory.CreateDirectory(request.DataDirectory);
        using var log = HostLog.Open(request.DataDirectory, terminal);
        terminal.Say("database …");
        await using var home = await LedgerHome.OpenAsync(request.DataDirectory, time, log.Factory.CreateLogger<LedgerHome>(), stop);
        await using var source = LedgerDataSource.Open(home.ConnectionString);
        var installation = await PrepareAsync(source, stop);
        var app = WebDoor.Build(request, new ApiOptions { PageDirectory = place.Page }, log, services =>
        {
            services.AddSingleton(source);
            services.AddSingleton(time);
        });
        await using (app)
        {
            await WebDoor.OpenAsync(app, stop);
            var address = app.Urls.First();
            var signIn = await SignIn.EnsureAsync(app.Services, request.ResetsAdmin, address, stop);
            terminal.Say(Block(address, signIn, home, time.GetElapsedTime(began)));
            await UntilAsync(stop);
            await app.StopAsync(CancellationToken.None);
        }

        _ = installation;
        terminal.Say("stopped");
    }

    private async Task<Installation> PrepareAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(cancellationToken);
        return await new InstallationStore(source, time).ClaimAsync(EngineName, cancellationToken);
    }

    private string Block(string address, string signIn, LedgerHome home, TimeSpan took) => FormattableString.Invariant(
        $"""

        BotCluster is ready ({took.TotalSeconds:0.0} s).

          Page        {address}
          Sign in     {signIn}
          Data        {request.DataDirectory} (database in {home.Where})
          Stop        Ctrl-C here, or: kill {Environment.ProcessId}

        """);

    private static async Task UntilAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }
}
