using BotCluster.Trading.Accounts;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Decisions;

public sealed class EntryRoomTests
{
    private static readonly EntryRoom Plain = new(new RiskLimits());

    private static readonly EntryRoom Pyramid = new(new RiskLimits { Pyramid = new PyramidLimits() });

    [Fact]
    public void A_flat_symbol_has_room_both_ways_where_shorts_are_offered()
    {
        Assert.True(Plain.IsThere(View(null), Direction.Long));
        Assert.True(Plain.IsThere(View(null), Direction.Short));
        Assert.False(Plain.IsThere(new SymbolView(Desk.Bitcoin), Direction.Short));
    }

    [Fact]
    public void An_open_position_leaves_no_room()
    {
        Assert.False(Plain.IsThere(View(Long(entries: 1)), Direction.Long));
        Assert.False(Plain.IsThere(View(Long(entries: 1)), Direction.Short));
    }

    [Fact]
    public void A_pyramid_leaves_room_for_a_second_entry_the_same_way()
    {
        Assert.True(Pyramid.IsThere(View(Long(entries: 1)), Direction.Long));
        Assert.False(Pyramid.IsThere(View(Long(entries: 2)), Direction.Long));
        Assert.False(Pyramid.IsThere(View(Long(entries: 1)), Direction.Short));
    }

    private static SymbolView View(Position? position) => new(Desk.Bitcoin) { CanShort = true, Position = position };

    private static Position Long(int entries) =>
        Desk.Opened(new Signal.Enter(Desk.Bitcoin, Direction.Long, 1, "test"), Desk.HalfYear[0]) with { Entries = entries };
}
