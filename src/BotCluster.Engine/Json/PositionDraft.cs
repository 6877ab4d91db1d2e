using System.Text.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Json;

/// <summary>A position while its members are read, one after the other, without a copy for each.</summary>
internal struct PositionDraft
{
    private Symbol _symbol;
    private Direction _direction;
    private Quantity _quantity;
    private decimal _cost;
    private decimal _leverage;
    private DateTimeOffset _openedAt;
    private long _tradeNumber;
    private int _entries;
    private Price? _stop;
    private Price? _target;
    private double _bestClose;
    private Quantity _entered;
    private decimal _enteredCost;
    private decimal _exitedProceeds;
    private decimal _fees;
    private decimal _funding;
    private decimal _realised;

    public void Read(char name, ref Utf8JsonReader json, List<Symbol> symbols)
    {
        switch (name)
        {
            case StateNames.Position.Symbol: _symbol = symbols[json.GetInt32()]; break;
            case StateNames.Position.Direction: _direction = StateFields.Choice<Direction>(ref json); break;
            case StateNames.Position.Quantity: _quantity = new Quantity(json.GetDecimal()); break;
            case StateNames.Position.Cost: _cost = json.GetDecimal(); break;
            case StateNames.Position.Leverage: _leverage = json.GetDecimal(); break;
            case StateNames.Position.OpenedAt: _openedAt = StateFields.Time(ref json); break;
            case StateNames.Position.TradeNumber: _tradeNumber = json.GetInt64(); break;
            case StateNames.Position.Entries: _entries = json.GetInt32(); break;
            case StateNames.Position.Stop: _stop = new Price(json.GetDecimal()); break;
            case StateNames.Position.Target: _target = new Price(json.GetDecimal()); break;
            case StateNames.Position.BestClose: _bestClose = json.GetDouble(); break;
            case StateNames.Position.Entered: _entered = new Quantity(json.GetDecimal()); break;
            case StateNames.Position.EnteredCost: _enteredCost = json.GetDecimal(); break;
            case StateNames.Position.ExitedProceeds: _exitedProceeds = json.GetDecimal(); break;
            case StateNames.Position.Fees: _fees = json.GetDecimal(); break;
            case StateNames.Position.Funding: _funding = json.GetDecimal(); break;
            case StateNames.Position.Realised: _realised = json.GetDecimal(); break;
            default: throw StateFields.Unknown(name);
        }
    }

    public readonly Position Done() => new()
    {
        Symbol = _symbol,
        Direction = _direction,
        Quantity = _quantity,
        Cost = _cost,
        Leverage = _leverage,
        OpenedAt = _openedAt,
        TradeNumber = _tradeNumber,
        Entries = _entries,
        Stop = _stop,
        Target = _target,
        BestClose = _bestClose,
        Entered = _entered,
        EnteredCost = _enteredCost,
        ExitedProceeds = _exitedProceeds,
        Fees = _fees,
        Funding = _funding,
        Realised = _realised,
    };
}
