using System.Text.Json.Serialization;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Json;

/// <summary>What the compiler generates readers and writers for: the facts and all they are made of.</summary>
[JsonSerializable(typeof(Fact))]
[JsonSerializable(typeof(Fact.OrderChanged))]
[JsonSerializable(typeof(Fact.OrderFilled))]
[JsonSerializable(typeof(Fact.TradeClosed))]
[JsonSerializable(typeof(Fact.EquityMarked))]
[JsonSerializable(typeof(Fact.DecisionMade))]
[JsonSerializable(typeof(Fact.AlertRaised))]
[JsonSerializable(typeof(Fact.CashBooked))]
[JsonSerializable(typeof(IReadOnlyList<Fact>))]
[JsonSerializable(typeof(BotCluster.Trading.Bots.BotSettings))]
internal sealed partial class TradingJsonContext : JsonSerializerContext;
