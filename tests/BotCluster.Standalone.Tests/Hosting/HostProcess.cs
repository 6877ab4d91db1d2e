using System.Diagnostics;
using System.Globalization;

namespace BotCluster.Standalone.Tests.Hosting;

/// <summary>The program as a process of its own, to be stopped, or killed without warning.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Heard _heard = new();

    private HostProcess(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "BotCluster.Standalone.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _heard.WriteLine(line.Data);
        _process.ErrorDataReceived += (_, line) => _heard.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => _heard.Text;

    public static async Task<HostProcess> StartAsync(params string[] arguments)
    {
        var host = new HostProcess(arguments);
        var ready = host._heard.UntilAsync("BotCluster is ready");
        var ended = host._process.WaitForExitAsync();
        if (await Task.WhenAny(ready, ended, Task.Delay(Inside.Patience)) != ready)
        {
            await host.DisposeAsync();
            throw new InvalidOperationException($"It did not become ready:{Environment.NewLine}{host.Output}");
        }

        return host;
    }

    /// <summary>Asks it to stop, as Ctrl-C and service managers do.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("-TERM", _process.Id);
        await _process.WaitForExitAsync().WaitAsync(Inside.Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, wherever it is; its database lives on.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("-KILL", _process.Id);
        await _process.WaitForExitAsync().WaitAsync(Inside.Patience);
    }

    /// <summary>Kills the database under a data directory.</summary>
    public static Task KillDatabaseAsync(string data) => SignalAsync("-KILL", DatabaseOf(data));

    public static int DatabaseOf(string data) => int.Parse(
        File.ReadLines(Path.Combine(data, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        await _heard.DisposeAsync();
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
