using BotCluster.Standalone.CommandLine;

namespace BotCluster.Standalone.Tests.Hosting;

/// <summary>The program run inside the test's own process, so that what it does is seen and counted.</summary>
internal sealed class Inside : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _stop = new();
    private readonly Heard _heard;
    private readonly Task<int> _run;

    private Inside(string[] arguments)
    {
        _heard = new Heard();
        _run = new Entry(new Terminal(_heard, _heard), TimeProvider.System).RunAsync(arguments, _stop.Token);
    }

    public string Output => _heard.Text;

    public Uri Address => new(Output.Split('\n').First(line => line.Contains("Page  ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    /// <summary>Starts it and returns when it is ready.</summary>
    public static async Task<Inside> StartAsync(params string[] arguments)
    {
        var host = new Inside(arguments);
        var ready = host._heard.UntilAsync("BotCluster is ready");
        if (await Task.WhenAny(ready, host._run, Task.Delay(Patience, host._stop.Token)) != ready)
        {
            throw new InvalidOperationException($"It did not become ready:{Environment.NewLine}{host.Output}");
        }

        return host;
    }

    /// <summary>Runs it to its end and answers its exit code and words.</summary>
    public static async Task<(int ExitCode, string Output)> ToEndAsync(params string[] arguments)
    {
        await using var host = new Inside(arguments);
        return (await host._run.WaitAsync(Patience), host.Output);
    }

    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _heard.DisposeAsync();
    }
}
