using System.Globalization;
using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Tests.Replay;

/// <summary>A folder of small candle files, and a venue of one spot market, its perpetual and one market more.</summary>
internal sealed class CandleFolder : IDisposable
{
    public static readonly DateTimeOffset Midnight = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Instruments = """
        {"venue":"paper","instruments":[
          {"symbol":"B-USDT-PERP","candles":"B-USDT","tick":"1","lot":"1","minimumNotional":"5","maximumLeverage":"5"},
          {"symbol":"A-USDT","candles":"A-USDT","tick":"1","lot":"1","minimumNotional":"5"},
          {"symbol":"B-USDT","candles":"B-USDT","tick":"1","lot":"1","minimumNotional":"5"}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botcluster-candles-");

    public string Path => _folder.FullName;

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    /// <summary>Writes a candle at each of these minutes after midnight; its price is the minute plus one.</summary>
    public void Write(string file, IEnumerable<int> minutes, double offset = 1) => Write(
        file,
        "open_time_ms,open,high,low,close,volume\n" + string.Concat(minutes.Select(minute => string.Create(
            CultureInfo.InvariantCulture,
            $"{Midnight.AddMinutes(minute).ToUnixTimeMilliseconds()},{minute + offset},{minute + offset},{minute + offset},{minute + offset},1\n"))));

    public Task<CandleLibrary> LoadAsync(ICandleArchive? archive = null) => CandleLibrary.LoadAsync(
        InstrumentCatalog.Parse(Instruments, "instruments.json"), Path, archive, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
