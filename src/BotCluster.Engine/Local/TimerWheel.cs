namespace BotCluster.Engine.Local;

/// <summary>Very many timers on one: a ring of slots, one turned to every tick, each with the timers that are due then.</summary>
/// <remarks>
/// A timer costs 32 bytes and no allocation. Timers fire in the order of their ticks, those of one tick in the order
/// they were set, never early and at most a tick late. The callback runs on the timer's thread, so it only queues.
/// While nothing is set the wheel stands still.
/// </remarks>
internal sealed class TimerWheel : IDisposable
{
    public const int Slots = 8192;
    private const int Nowhere = -1;
    private static readonly TimeSpan DefaultTick = TimeSpan.FromMilliseconds(10);

    private readonly TimeProvider _time;
    private readonly Action<object> _fire;
    private readonly long _tickLength;
    private readonly long _start;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly int[] _heads = new int[Slots];
    private readonly int[] _tails = new int[Slots];
    private Entry[] _entries = new Entry[64];
    private int _free = Nowhere;
    private int _used;
    private int _waiting;
    private long _turned;
    private bool _isTurning;

    /// <param name="time">The clock and the one real timer.</param>
    /// <param name="fire">Called with what a timer was set for. Must return at once.</param>
    /// <param name="tick">How fine the wheel is.</param>
    public TimerWheel(TimeProvider time, Action<object> fire, TimeSpan? tick = null)
    {
        _time = time;
        _fire = fire;
        Tick = tick ?? DefaultTick;
        _tickLength = (long)(Tick.TotalSeconds * time.TimestampFrequency);
        _start = time.GetTimestamp();
        Array.Fill(_heads, Nowhere);
        Array.Fill(_tails, Nowhere);
        _timer = time.CreateTimer(_ => Turn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public TimeSpan Tick { get; }

    /// <summary>How many timers are set.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting;
            }
        }
    }

    /// <summary>Sets a timer; where it is due already it fires at the next tick.</summary>
    public WheelTimer Schedule(TimeSpan due, object target)
    {
        lock (_gate)
        {
            var index = Take();
            ref var entry = ref _entries[index];
            entry.Target = target;
            Link(index, DueTick(due));
            Wake();
            return new WheelTimer(index, entry.Generation);
        }
    }

    /// <returns>False where the timer has fired or was cancelled.</returns>
    public bool Reschedule(WheelTimer timer, TimeSpan due)
    {
        lock (_gate)
        {
            if (!IsSet(timer))
            {
                return false;
            }

            Unlink(timer.Index);
            Link(timer.Index, DueTick(due));
            return true;
        }
    }

    /// <returns>False where the timer has fired or was cancelled.</returns>
    public bool Cancel(WheelTimer timer)
    {
        lock (_gate)
        {
            if (!IsSet(timer))
            {
                return false;
            }

            Unlink(timer.Index);
            Release(timer.Index);
            return true;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Turn()
    {
        List<object> due = [];
        lock (_gate)
        {
            if (_isTurning)
            {
                return;
            }

            _isTurning = true;
        }

        // A callback that is late turns through all it missed, tick by tick, so that the order holds.
        while (Collect(due))
        {
            foreach (var target in due)
            {
                _fire(target);
            }

            due.Clear();
        }
    }

    /// <returns>False where the wheel has come as far as the clock.</returns>
    private bool Collect(List<object> due)
    {
        lock (_gate)
        {
            var now = (_time.GetTimestamp() - _start) / _tickLength;
            while (_turned < now && _waiting > 0 && due.Count == 0)
            {
                _turned++;
                TakeDue(due);
            }

            if (due.Count > 0)
            {
                return true;
            }

            _isTurning = false;
            if (_waiting == 0)
            {
                _turned = now;
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            return false;
        }
    }

    private void TakeDue(List<object> due)
    {
        for (var index = _heads[_turned % Slots]; index != Nowhere;)
        {
            ref var entry = ref _entries[index];
            var next = entry.Next;
            if (entry.DueTick <= _turned)
            {
                due.Add(entry.Target!);
                Unlink(index);
                Release(index);
            }

            index = next;
        }
    }

    private void Wake()
    {
        if (_waiting == 1 && !_isTurning)
        {
            var intoTick = (_time.GetTimestamp() - _start) % _tickLength;
            _timer.Change(Tick - TimeSpan.FromSeconds((double)intoTick / _time.TimestampFrequency), Tick);
        }
    }

    // The first tick at which the timer is no longer early.
    private long DueTick(TimeSpan due)
    {
        var now = _time.GetTimestamp() - _start;
        if (_waiting == 0 && !_isTurning)
        {
            _turned = now / _tickLength;
        }

        var at = now + (long)(Math.Max(0.0, due.TotalSeconds) * _time.TimestampFrequency);
        return Math.Max((at + _tickLength - 1) / _tickLength, _turned + 1);
    }

    private bool IsSet(WheelTimer timer) =>
        timer.Generation > 0 && timer.Index < _used && _entries[timer.Index].Generation == timer.Generation;

    private int Take()
    {
        if (_free != Nowhere)
        {
            var index = _free;
            _free = _entries[index].Next;
            return index;
        }

        if (_used == _entries.Length)
        {
            Array.Resize(ref _entries, _used * 2);
        }

        _entries[_used].Generation = 1;
        return _used++;
    }

    private void Release(int index)
    {
        ref var entry = ref _entries[index];
        entry.Target = null;
        entry.Generation++;
        entry.Next = _free;
        _free = index;
    }

    private void Link(int index, long dueTick)
    {
        var slot = (int)(dueTick % Slots);
        ref var entry = ref _entries[index];
        entry.DueTick = dueTick;
        entry.Next = Nowhere;
        entry.Previous = _tails[slot];
        if (entry.Previous == Nowhere)
        {
            _heads[slot] = index;
        }
        else
        {
            _entries[entry.Previous].Next = index;
        }

        _tails[slot] = index;
        _waiting++;
    }

    private void Unlink(int index)
    {
        ref var entry = ref _entries[index];
        var slot = (int)(entry.DueTick % Slots);
        if (entry.Previous == Nowhere)
        {
            _heads[slot] = entry.Next;
        }
        else
        {
            _entries[entry.Previous].Next = entry.Next;
        }

        if (entry.Next == Nowhere)
        {
            _tails[slot] = entry.Previous;
        }
        else
        {
            _entries[entry.Next].Previous = entry.Previous;
        }

        _waiting--;
    }

    private struct Entry
    {
        public object? Target;
        public long DueTick;
        public int Next;
        public int Previous;
        public int Generation;
    }
}

/// <summary>A timer that was set on the wheel; the default is none.</summary>
internal readonly record struct WheelTimer(int Index, int Generation);
