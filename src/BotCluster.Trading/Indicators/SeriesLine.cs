using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// One symbol in one timeframe: its candles, the tracks that follow them, and the coarse candle still forming.
/// </summary>
internal sealed class SeriesLine(Symbol symbol, Timeframe timeframe, int capacity)
{
    private readonly Dictionary<IIndicatorSpec, Track> _bySpec = [];
    private Track[] _tracks = [];
    private long _endTicks;
    private bool _isForming;
    private bool _isWhole;
    private double _open;
    private double _high;
    private double _low;
    private double _close;
    private double _volume;

    public CandleSeries Series { get; } = new(symbol, timeframe, capacity);

    public int LongestWarmUp =>
        _bySpec.Keys.Select(spec => spec.WarmUpOn(Series.Timeframe)).DefaultIfEmpty(0).Max();

    public Track? Find(IIndicatorSpec spec) => _bySpec.GetValueOrDefault(spec);

    public void Add(IIndicatorSpec spec, Track track)
    {
        _bySpec.Add(spec, track);
        Attach(track);
    }

    public void Attach(Track track) => _tracks = [.. _tracks, track];

    public void Detach(Track track) => _tracks = [.. _tracks.Where(other => other != track)];

    /// <summary>Takes a closed candle of this timeframe.</summary>
    public void Close(in Candle candle)
    {
        foreach (var track in _tracks)
        {
            track.Advance(candle);
        }

        // Published last: whoever finds a candle in the series finds its readings on every track.
        Series.Write(candle);
    }

    /// <summary>
    /// Candles were seen before this instant, so that a candle missing just after it is a gap in the data.
    /// </summary>
    public void SeenBefore(DateTimeOffset instant) => _endTicks = instant.UtcTicks;

    /// <summary>Takes a closed candle of a finer timeframe as a part of the candle that is forming.</summary>
    public void Take(in Candle part, long partTicks)
    {
        if (part.OpenTicks >= _endTicks)
        {
            Finish();
            Begin(part);
        }
        else
        {
            _high = Math.Max(_high, part.High);
            _low = Math.Min(_low, part.Low);
            _close = part.Close;
            _volume += part.Volume;
        }

        if (part.OpenTicks + partTicks == _endTicks)
        {
            Finish();
        }
    }

    private void Begin(in Candle part)
    {
        var opened = Series.Timeframe.OpenOf(part.OpenTime).UtcTicks;

        // The very first candle counts only if its beginning was seen: half a candle would be a wrong one.
        _isWhole = _endTicks > 0 || opened == part.OpenTicks;
        _endTicks = opened + Series.Timeframe.Length.Ticks;
        _isForming = true;
        _open = part.Open;
        _high = part.High;
        _low = part.Low;
        _close = part.Close;
        _volume = part.Volume;
    }

    private void Finish()
    {
        if (_isForming && _isWhole)
        {
            var opened = new DateTimeOffset(_endTicks - Series.Timeframe.Length.Ticks, TimeSpan.Zero);
            Close(new Candle(opened, _open, _high, _low, _close, _volume));
        }

        _isForming = false;
    }
}
