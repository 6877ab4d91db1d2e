namespace BotCluster.Gateways.Candles;

/// <summary>What became of an import.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    public sealed record Imported(ImportReport Report) : ImportOutcome;

    public sealed record Refused(CandleFileFlaw Flaw) : ImportOutcome;
}
