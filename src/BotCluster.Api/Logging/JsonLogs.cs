using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace BotCluster.Api.Logging;

/// <summary>The house's logs: JSON lines with the correlation id, secrets and e-mail addresses masked.</summary>
public static class JsonLogs
{
    /// <summary>Logs to the console, or to a file where one is named. The host passes it to <c>AddSerilog</c> and disposes it last.</summary>
    public static Logger Create(string? file, bool isVerbose)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(isVerbose ? LogEventLevel.Debug : LogEventLevel.Information)
            // The framework's own lines carry whole addresses, query strings included; ours do not.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics", LogEventLevel.Fatal)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With(new SecretMask());
        return WithSink(configuration, file).CreateLogger();
    }

    private static LoggerConfiguration WithSink(LoggerConfiguration configuration, string? file)
    {
        const int keptFiles = 5;
        const long largestFile = 50L * 1024 * 1024;
        return file is null
            ? configuration.WriteTo.Console(new MaskingFormatter())
            : configuration.WriteTo.File(
                new MaskingFormatter(),
                file,
                fileSizeLimitBytes: largestFile,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: keptFiles);
    }
}
