using BotCluster.Gateways.Replay;
using BotCluster.Trading.Markets;

namespace BotCluster.Standalone.CommandLine;

/// <summary>What a start of the program is asked to do.</summary>
internal abstract record HostRequest
{
    private HostRequest()
    {
    }

    public required string DataDirectory { get; init; }

    /// <summary>Run the bots, the API and the page until told to stop.</summary>
    public sealed record Run : HostRequest
    {
        public required IReadOnlyList<Uri> Urls { get; init; }

        public required ReplaySpeed Speed { get; init; }

        public bool WantsDemo { get; init; } = true;

        /// <summary>Hand out a new way in for the first admin although there is one.</summary>
        public bool ResetsAdmin { get; init; }
    }

    public sealed record Backup(string File) : HostRequest;

    /// <param name="File">What to restore.</param>
    /// <param name="Replaces">Also where the data directory holds bots already.</param>
    public sealed record Restore(string File, bool Replaces) : HostRequest;

    /// <param name="Files">Candle files, plain or gzip.</param>
    public sealed record Import(IReadOnlyList<string> Files) : HostRequest
    {
        /// <summary>Null where the files' names say it.</summary>
        public Symbol? Symbol { get; init; }

        public Timeframe? Timeframe { get; init; }
    }

    /// <summary>Compare what the bots believe with what the ledger proves.</summary>
    public sealed record Check : HostRequest;
}
