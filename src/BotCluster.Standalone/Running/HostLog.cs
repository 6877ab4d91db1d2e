using BotCluster.Api.Logging;
using BotCluster.Standalone.CommandLine;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace BotCluster.Standalone.Running;

/// <summary>The program's log: everything as JSON lines in a file of the data directory, warnings also at the console.</summary>
internal sealed class HostLog : IDisposable
{
    private readonly Logger _file;
    private readonly Logger _both;

    private HostLog(string path, Terminal terminal)
    {
        Path = path;
        _file = JsonLogs.Create(path, isVerbose: false);
        _both = new LoggerConfiguration()
            .MinimumLevel.Debug()
            // The keys lie in the ledger like everything else that is secret; that they do is no news at every first start.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .WriteTo.Logger(_file)
            .WriteTo.Sink(new ConsoleWarnings(terminal.Errors), LogEventLevel.Warning)
            .CreateLogger();
        Factory = new SerilogLoggerFactory(_both);
    }

    public string Path { get; }

    public ILoggerFactory Factory { get; }

    public Serilog.ILogger Serilog => _both;

    public static HostLog Open(string dataDirectory, Terminal terminal)
    {
        var folder = System.IO.Path.Combine(dataDirectory, "logs");
        Directory.CreateDirectory(folder);
        return new HostLog(System.IO.Path.Combine(folder, "botcluster.json"), terminal);
    }

    public void Dispose()
    {
        Factory.Dispose();
        _both.Dispose();
        _file.Dispose();
    }

    private sealed class ConsoleWarnings(TextWriter errors) : ILogEventSink
    {
        private readonly Lock _turn = new();

        public void Emit(LogEvent logEvent)
        {
            var text = logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture);
            lock (_turn)
            {
                errors.WriteLine($"{logEvent.Timestamp:HH:mm:ss} {logEvent.Level}: {text}");
            }
        }
    }
}
