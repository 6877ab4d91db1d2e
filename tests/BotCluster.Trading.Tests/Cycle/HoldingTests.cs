#if !DEBUG
namespace BotCluster.Trading.Tests.Cycle;

/// <summary>Holding is what a bot does nearly always, so it must cost nearly nothing.</summary>
/// <remarks>Measured in Release, as ./test runs it: a debug build makes an object of every async method.</remarks>
public sealed class HoldingTests
{
    [Fact]
    public void Holding_flat_allocates_nothing() => Assert.Equal(0, BytesOfHolding(new CycleRig()));

    [Fact]
    public void Holding_a_position_allocates_nothing()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 90, target: 120));
        rig.Flat(100);

        Assert.Equal(0, BytesOfHolding(rig));
        Assert.NotNull(rig.Position);
    }

    [Fact]
    public void Holding_a_perpetual_with_every_exit_on_allocates_nothing()
    {
        var rig = new CycleRig(
            settings => settings with
            {
                Exits = new Bots.ExitOptions { TrailingStop = 0.05m, TimeStop = TimeSpan.FromDays(9), StructureBreakCandles = 20 },
            },
            CycleRig.BitcoinPerpetual);
        rig.Flat(100, rig.Long(stop: 90, target: 120));
        rig.Flat(100);

        Assert.Equal(0, BytesOfHolding(rig));
        Assert.NotNull(rig.Position);
    }

    // The candles are on the board and the quarter hours are marked by then: what is left is the turn alone.
    private static long BytesOfHolding(CycleRig rig)
    {
        for (var candle = 0; candle < 40; candle++)
        {
            rig.Flat(100);
        }

        var least = long.MaxValue;
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            rig.Turn();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
#endif
