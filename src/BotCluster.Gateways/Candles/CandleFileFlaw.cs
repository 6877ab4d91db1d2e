namespace BotCluster.Gateways.Candles;

/// <summary>Why a candle file was not taken: which file, which line, what is wrong there.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, counted from 1 with the header; null where the whole file is meant.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record CandleFileFlaw(string File, int? Line, string Message)
{
    public override string ToString() => Line is { } line ? $"{File}, line {line}: {Message}" : $"{File}: {Message}";
}
