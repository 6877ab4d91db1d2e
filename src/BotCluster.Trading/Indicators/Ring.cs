using System.Numerics;
using System.Runtime.CompilerServices;

namespace BotCluster.Trading.Indicators;

/// <summary>The last values of one writer, by rising number; any number of readers look on without a lock.</summary>
/// <remarks>
/// The writer first gives up the slot it is about to overwrite, then writes it, then publishes it. A reader copies
/// the slot and then checks that it was not given up meanwhile, so it never hands out a half-written value.
/// </remarks>
internal sealed class Ring<T>
{
    private readonly T[] _slots;
    private readonly int _mask;
    private long _oldest;
    private long _latest;

    public Ring(int capacity, long firstSequence)
    {
        if (capacity < 2 || !BitOperations.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(
                nameof(capacity), capacity, "The number of candles to keep must be a power of two, at least 2.");
        }

        _slots = new T[capacity];
        _mask = capacity - 1;
        _oldest = firstSequence;
        _latest = firstSequence - 1;
    }

    public int Capacity => _slots.Length;

    public long Oldest => Volatile.Read(ref _oldest);

    public long Latest => Volatile.Read(ref _latest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(long sequence, out T value)
    {
        if (sequence > Volatile.Read(ref _latest) || sequence < Volatile.Read(ref _oldest))
        {
            Unsafe.SkipInit(out value);
            return false;
        }

        value = _slots[(int)(sequence & _mask)];
        Volatile.ReadBarrier();
        return sequence >= Volatile.Read(ref _oldest);
    }

    public T Read(long sequence) => TryRead(sequence, out var value) ? value : throw NotHeld(sequence);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(in T value)
    {
        var next = _latest + 1;
        if (next - _oldest > _mask)
        {
            Volatile.Write(ref _oldest, next - _mask);
            Volatile.WriteBarrier();
        }

        _slots[(int)(next & _mask)] = value;
        Volatile.Write(ref _latest, next);
    }

    private ArgumentOutOfRangeException NotHeld(long sequence)
    {
        var (oldest, latest) = (Oldest, Latest);
        var held = latest < oldest ? "nothing is held yet" : $"{oldest} to {latest} are held";
        var wrong = sequence > latest ? "has not closed yet" : $"is no longer held (the last {Capacity} are)";
        return new ArgumentOutOfRangeException(nameof(sequence), sequence, $"Candle {sequence} {wrong}; {held}.");
    }
}
