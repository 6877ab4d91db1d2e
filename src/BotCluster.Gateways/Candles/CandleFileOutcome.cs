namespace BotCluster.Gateways.Candles;

/// <summary>What became of reading a candle file: all of it, or nothing.</summary>
public abstract record CandleFileOutcome
{
    private CandleFileOutcome()
    {
    }

    public sealed record Read(CandleFile File) : CandleFileOutcome;

    public sealed record Refused(CandleFileFlaw Flaw) : CandleFileOutcome;
}
