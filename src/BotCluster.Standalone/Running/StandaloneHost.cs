using BotCluster.Api;
using BotCluster.Engine;
using BotCluster.Gateways.Alerts;
using BotCluster.Ledger;
using BotCluster.Ledger.Installations;
using BotCluster.Ledger.Migrations;
using BotCluster.Ledger.Writing;
using BotCluster.Standalone.CommandLine;
using BotCluster.Standalone.Demo;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Builder;
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
        terminal.Say($"starting on {request.DataDirectory}");
        Directory.CreateDirectory(request.DataDirectory);
        using var log = HostLog.Open(request.DataDirectory, terminal);
        await using var home = await LedgerHome.OpenAsync(request.DataDirectory, time, log.Factory.CreateLogger<LedgerHome>(), stop);
        await using var source = LedgerDataSource.Open(home.ConnectionString);
        var installation = await PrepareAsync(source, home, stop);
        await using var store = new BotStore(source, time, new BotStoreOptions(), log.Factory.CreateLogger<BotStore>());
        var plan = new FloorPlan
        {
            Place = place,
            Source = source,
            Store = store,
            Installation = installation.Id,
            Speed = request.Speed,
            Time = time,
            Log = log.Factory,
        };
        await using var floor = await TradingFloor.OpenAsync(plan, stop);
        terminal.Say($"market: {floor.Feed.Instruments.Count} instruments, replayed {request.Speed.InWords()}");
        var api = new ApiOptions { PageDirectory = place.Page, ManagementPort = ManagementPort.Choose() };
        await using var door = WebDoor.Build(request, api, log, services => Furnish(services, source, floor));
        await door.Services.RestoreKillSwitchesAsync(stop);
        await floor.Engine.StartAsync(stop);
        await WebDoor.OpenAsync(door, stop);
        await SeedAsync(door.Services, floor, stop);
        terminal.Say(await BlockAsync(door, home, log, began, stop));
        await UntilAsync(stop);
        await StopAsync(floor, door);
    }

    private async Task<Installation> PrepareAsync(NpgsqlDataSource source, LedgerHome home, CancellationToken cancellationToken)
    {
        var migrated = await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(cancellationToken);
        var installation = await new InstallationStore(source, time).ClaimAsync(EngineName, cancellationToken);
        terminal.Say(
            $"database: {(home.WasAdopted ? "adopted a server that outlived its program" : "up")}" +
            $"{(migrated.Count > 0 ? $", brought to version {MigrationSet.OfTheProgram.Newest}" : "")}" +
            $", installation {installation.Id}, epoch {installation.Epoch}");
        return installation;
    }

    private void Furnish(IServiceCollection services, NpgsqlDataSource source, TradingFloor floor)
    {
        services.AddSingleton(time);
        services.AddSingleton(source);
        services.AddSingleton<IBotStore>(floor.Store);
        services.AddSingleton<IBotEngine>(floor.Engine);
        services.AddSingleton<IMarketFeed>(floor.Feed);
        services.AddSingleton<ICandleHistory>(floor.Feed.History);
        services.AddSingleton(new WebhookOptions());
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<IAlertWebhook>(provider => provider.GetRequiredService<WebhookSender>());
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
        services.AddSingleton<Housekeeping>();
        services.AddHostedService<Caretaker>();
    }

    private async Task SeedAsync(IServiceProvider services, TradingFloor floor, CancellationToken cancellationToken)
    {
        var seeder = ActivatorUtilities.CreateInstance<DemoSeeder>(services);
        if (await seeder.IsDecidedAsync(cancellationToken))
        {
            return;
        }

        if (!request.WantsDemo)
        {
            await seeder.DeclineAsync(cancellationToken);
            return;
        }

        var fleet = DemoFleet.Load(place.DemoFleet, floor.Feed);
        await seeder.SeedAsync(fleet, cancellationToken);
        terminal.Say($"demo: made {fleet.Bots} bots of {fleet.Clients.Count} clients");
    }

    private async Task<string> BlockAsync(WebApplication door, LedgerHome home, HostLog log, long began, CancellationToken stop)
    {
        var address = door.Urls.First();
        return ReadyBlock.Of(new ReadyBlock.Facts
        {
            Took = time.GetElapsedTime(began),
            Address = address,
            SignIn = await SignIn.EnsureAsync(door.Services, request.ResetsAdmin, address, stop),
            Bots = (await door.Services.GetRequiredService<IBotEngine>().SummariseAsync(null, stop)).BotsByStatus.Values.Sum(),
            Metrics = $"http://127.0.0.1:{door.Services.GetRequiredService<ApiOptions>().ManagementPort}/metrics",
            DataDirectory = request.DataDirectory,
            Database = home.Where,
            Log = log.Path,
        });
    }

    // Bots first, with all they know written; then the door, so that nobody is cut off in the middle of an answer; the
    // database goes last, when the directory is given back.
    private async Task StopAsync(TradingFloor floor, WebApplication door)
    {
        terminal.Say("stopping: no new cycles, those in flight end");
        await floor.DisposeAsync();
        terminal.Say("stopping: state and ledger are written; closing the door and the database");
        await door.StopAsync(CancellationToken.None);
    }

    private static async Task UntilAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }
}
