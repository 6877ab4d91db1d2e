using System.Text.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Risk;

namespace BotCluster.Engine.Json;

/// <summary>Reads one state. A member it does not know is a mistake: dropping it would lose what a bot must not forget.</summary>
internal sealed class StateReader
{
    private readonly List<Symbol> _symbols = [];

    public BotState Read(ref Utf8JsonReader json)
    {
        json.Read();
        var steps = new Steps();
        var counts = new Counts();
        var (numbers, account, paper, risk) = (new BotNumbers(), (Account?)null, (PaperBook?)null, new RiskCounters());
        var (orders, deferred) = (new List<BotOrder>(), new List<DeferredEntry>());
        var (status, block) = (default(BotStatus), (EntryBlock?)null);
        while (StateFields.Next(ref json, out var name))
        {
            switch (name)
            {
                case StateNames.State.Schema: Check(json.GetInt32()); break;
                case StateNames.State.Symbols: ReadSymbols(ref json); break;
                case StateNames.State.Status: status = StateFields.Choice<BotStatus>(ref json); break;
                case StateNames.State.Block: block = StateFields.Choice<EntryBlock>(ref json); break;
                case StateNames.State.Numbers: numbers = ReadNumbers(ref json); break;
                case StateNames.State.Account: account = ReadAccount(ref json); break;
                case StateNames.State.Orders: ReadOrders(ref json, orders); break;
                case StateNames.State.Deferred: new StateDeferredReader(_symbols).Read(ref json, deferred); break;
                case StateNames.State.Paper: paper = new StateBookReader(_symbols).Read(ref json); break;
                case StateNames.State.Risk: risk = new StateRiskReader(_symbols).Read(ref json); break;
                default:
                    if (!steps.TryRead(name, ref json) && !counts.TryRead(name, ref json))
                    {
                        throw StateFields.Unknown(name);
                    }

                    break;
            }
        }

        return new BotState
        {
            Status = status,
            Block = block,
            Account = account ?? throw new FormatException("It has no account."),
            Orders = orders,
            Deferred = deferred,
            Paper = paper,
            Risk = risk,
            LastStep = steps.Last,
            LastEquityAt = steps.Equity,
            OpenedStep = steps.Opened,
            FundedUntil = steps.Funded,
            Numbers = numbers,
            Cycles = counts.Cycles,
            Holds = counts.Holds,
            Refusals = counts.Refusals,
        };
    }

    private static void Check(int schema)
    {
        if (schema > BotState.CurrentSchema)
        {
            throw new StateFormatException(
                $"This state has schema {schema}, written by a newer version of BotCluster; this version reads schemas up to "
                + $"{BotState.CurrentSchema}. Run the newer version, or restore a backup made before it.");
        }
    }

    private void ReadSymbols(ref Utf8JsonReader json)
    {
        while (StateFields.NextItem(ref json))
        {
            _symbols.Add(Symbol.Parse(json.GetString()!));
        }
    }

    private static BotNumbers ReadNumbers(ref Utf8JsonReader json)
    {
        var numbers = new BotNumbers { Order = 0, Trade = 0, Decision = 0, Alert = 0, Booking = 0 };
        while (StateFields.Next(ref json, out var name))
        {
            switch (name)
            {
                case StateNames.Numbers.Order: numbers.Order = json.GetInt64(); break;
                case StateNames.Numbers.Trade: numbers.Trade = json.GetInt64(); break;
                case StateNames.Numbers.Decision: numbers.Decision = json.GetInt64(); break;
                case StateNames.Numbers.Alert: numbers.Alert = json.GetInt64(); break;
                case StateNames.Numbers.Booking: numbers.Booking = json.GetInt64(); break;
                default: throw StateFields.Unknown(name);
            }
        }

        return numbers;
    }

    private Account ReadAccount(ref Utf8JsonReader json)
    {
        var (quote, budget, cash) = (default(Asset), 0m, 0m);
        var (totals, positions) = (default(AccountTotals), new List<Position>());
        while (StateFields.Next(ref json, out var name))
        {
            switch (name)
            {
                case StateNames.Account.Quote: quote = new Asset(json.GetString()!); break;
                case StateNames.Account.Budget: budget = json.GetDecimal(); break;
                case StateNames.Account.Cash: cash = json.GetDecimal(); break;
                case StateNames.Account.Realised: totals = totals with { Realised = json.GetDecimal() }; break;
                case StateNames.Account.Fees: totals = totals with { Fees = json.GetDecimal() }; break;
                case StateNames.Account.Funding: totals = totals with { Funding = json.GetDecimal() }; break;
                case StateNames.Account.Positions:
                    ReadPositions(ref json, positions);
                    break;
                default: throw StateFields.Unknown(name);
            }
        }

        return new Account(quote, budget, cash, totals, positions);
    }

    private void ReadPositions(ref Utf8JsonReader json, List<Position> positions)
    {
        while (StateFields.NextItem(ref json))
        {
            var draft = new PositionDraft();
            while (StateFields.Next(ref json, out var name))
            {
                draft.Read(name, ref json, _symbols);
            }

            positions.Add(draft.Done());
        }
    }

    private void ReadOrders(ref Utf8JsonReader json, List<BotOrder> orders)
    {
        while (StateFields.NextItem(ref json))
        {
            orders.Add(new StateOrderReader(_symbols).Read(ref json));
        }
    }

    private struct Steps
    {
        public DateTimeOffset? Last;
        public DateTimeOffset? Equity;
        public DateTimeOffset? Opened;
        public DateTimeOffset? Funded;

        public bool TryRead(char name, ref Utf8JsonReader json)
        {
            switch (name)
            {
                case StateNames.State.LastStep: Last = StateFields.Time(ref json); return true;
                case StateNames.State.LastEquityAt: Equity = StateFields.Time(ref json); return true;
                case StateNames.State.OpenedStep: Opened = StateFields.Time(ref json); return true;
                case StateNames.State.FundedUntil: Funded = StateFields.Time(ref json); return true;
                default: return false;
            }
        }
    }

    private struct Counts
    {
        public long Cycles;
        public long Holds;
        public long Refusals;

        public bool TryRead(char name, ref Utf8JsonReader json)
        {
            switch (name)
            {
                case StateNames.State.Cycles: Cycles = json.GetInt64(); return true;
                case StateNames.State.Holds: Holds = json.GetInt64(); return true;
                case StateNames.State.Refusals: Refusals = json.GetInt64(); return true;
                default: return false;
            }
        }
    }
}
