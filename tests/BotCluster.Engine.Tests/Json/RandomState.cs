using System.Collections.Concurrent;
using System.Reflection;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Engine.Tests.Json;

/// <summary>Fills every settable property of a state with something, by reflection: a property added later is filled too.</summary>
internal sealed class RandomState(int seed)
{
    private static readonly Symbol[] Symbols =
        [.. new[] { "BTC-USDT", "ETH-USDT", "SOL-USDT-PERP", "1000PEPE-USDT-PERP" }.Select(Symbol.Parse)];

    private const string Letters = "abc XYZ 0189 .,:%×≥–\"\\/<>&'\n\té€漢";

    private static readonly ConcurrentDictionary<PropertyInfo, bool> MayBeNull = new();

    private readonly Random _random = new(seed);

    public BotState Next() => (BotState)Make(typeof(BotState));

    private object Make(Type type) => type switch
    {
        _ when type == typeof(string) => Text(),
        _ when type == typeof(int) => _random.Next(),
        _ when type == typeof(long) => _random.NextInt64(),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(double) => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-8, 12)),
        _ when type == typeof(decimal) => Number(),
        _ when type == typeof(Price) => new Price(Math.Abs(Number()) + 0.00000001m),
        _ when type == typeof(Quantity) => new Quantity(Math.Abs(Number())),
        _ when type == typeof(Symbol) => Symbols[_random.Next(Symbols.Length)],
        _ when type == typeof(Asset) => new Asset("USDT"),
        _ when type == typeof(ClientOrderId) => ClientOrderId.Of("abc123", _random.Next(), _random.Next(40_000), _random.Next()),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(700_000, 800_000)),
        _ when type == typeof(DateTimeOffset) => Time(),
        _ when type == typeof(Account) => new Account(
            new Asset("USDT"), Number(), Number(), new AccountTotals(Number(), Number(), Number()), (List<Position>)Make(typeof(List<Position>))),
        { IsEnum: true } => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))!,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(List<>) => List(type),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            List(typeof(List<>).MakeGenericType(type.GenericTypeArguments)),
        _ => Compose(type),
    };

    private object List(Type type)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(type)!;
        for (var count = _random.Next(4); count > 0; count--)
        {
            list.Add(Make(type.GenericTypeArguments[0]));
        }

        return list;
    }

    private object Compose(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).FirstOrDefault();
        var made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (property.Name != nameof(BotState.Schema))
            {
                property.SetValue(made, Maybe(property));
            }
        }

        return made;
    }

    private object? Maybe(PropertyInfo property)
    {
        var inner = Nullable.GetUnderlyingType(property.PropertyType);
        return MayBeNull.GetOrAdd(property, IsNullable) && _random.Next(3) == 0 ? null : Make(inner ?? property.PropertyType);
    }

    private static bool IsNullable(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) is not null
        || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(60)).Select(_ => Letters[_random.Next(Letters.Length)]));

    private decimal Number() => _random.Next(5) switch
    {
        0 => 0m,
        1 => _random.Next(-100_000, 100_000),
        2 => new decimal(_random.Next(), _random.Next(), _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29)),
        _ => new decimal(_random.Next(), _random.Next(4), 0, _random.Next(2) == 0, (byte)_random.Next(13)),
    };

    private DateTimeOffset Time() => _random.Next(2) == 0
        ? DateTimeOffset.UnixEpoch.AddSeconds(_random.Next())
        : DateTimeOffset.UnixEpoch.AddTicks(_random.NextInt64(TimeSpan.FromDays(40_000).Ticks));
}
