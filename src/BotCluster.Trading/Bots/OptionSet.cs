namespace BotCluster.Trading.Bots;

/// <summary>All settings of one options record.</summary>
public abstract class OptionSet
{
    private readonly List<Option> _options = [];

    private protected OptionSet(object defaults) => Defaults = defaults;

    /// <summary>The options record as it is where nobody set anything.</summary>
    public object Defaults { get; }

    public IReadOnlyList<Option> Options => _options;

    public Option? Find(string name) => _options.Find(option => option.Name == name);

    /// <summary>All settings of this record that are out of bounds, each by its name.</summary>
    public IEnumerable<SettingsViolation> Check(object options) => _options.SelectMany(option => option.Check(options));

    private protected void Add(Option option) => _options.Add(option);
}

/// <summary>The settings of <typeparamref name="T"/>, listed one after the other.</summary>
public sealed class OptionSet<T>(T defaults) : OptionSet(defaults)
    where T : class
{
    public OptionSet<T> Integer(
        string name, string description, Func<T, int> read, Func<T, int, T> with, (int Minimum, int Maximum) bounds) =>
        Bounded(OptionType.Integer, (name, description), read, with, bounds);

    public OptionSet<T> IntegerOrOff(
        string name, string description, Func<T, int?> read, Func<T, int?, T> with, (int Minimum, int Maximum) bounds) =>
        BoundedOrOff(OptionType.Integer, (name, description), read, with, bounds);

    public OptionSet<T> Number(
        string name, string description, Func<T, double> read, Func<T, double, T> with, (double Minimum, double Maximum) bounds) =>
        Bounded(OptionType.Number, (name, description), read, with, bounds);

    public OptionSet<T> NumberOrOff(
        string name, string description, Func<T, double?> read, Func<T, double?, T> with, (double Minimum, double Maximum) bounds) =>
        BoundedOrOff(OptionType.Number, (name, description), read, with, bounds);

    public OptionSet<T> Decimal(
        string name, string description, Func<T, decimal> read, Func<T, decimal, T> with, (decimal Minimum, decimal Maximum) bounds) =>
        Bounded(OptionType.Decimal, (name, description), read, with, bounds);

    public OptionSet<T> DecimalOrOff(
        string name, string description, Func<T, decimal?> read, Func<T, decimal?, T> with, (decimal Minimum, decimal Maximum) bounds) =>
        BoundedOrOff(OptionType.Decimal, (name, description), read, with, bounds);

    public OptionSet<T> Duration(
        string name, string description, Func<T, TimeSpan> read, Func<T, TimeSpan, T> with, (TimeSpan Minimum, TimeSpan Maximum) bounds) =>
        Bounded(OptionType.Duration, (name, description), read, with, bounds);

    public OptionSet<T> DurationOrOff(
        string name,
        string description,
        Func<T, TimeSpan?> read,
        Func<T, TimeSpan?, T> with,
        (TimeSpan Minimum, TimeSpan Maximum) bounds) =>
        BoundedOrOff(OptionType.Duration, (name, description), read, with, bounds);

    public OptionSet<T> Boolean(string name, string description, Func<T, bool> read, Func<T, bool, T> with)
    {
        Add(new Option(name, OptionType.Boolean, o => read((T)o), (o, value) => with((T)o, (bool)value!))
        {
            Description = description,
            Default = read((T)Defaults),
        });
        return this;
    }

    public OptionSet<T> Choice<TEnum>(string name, string description, Func<T, TEnum> read, Func<T, TEnum, T> with)
        where TEnum : struct, Enum
    {
        Add(new Option(name, OptionType.Choice, o => read((T)o), (o, value) => with((T)o, (TEnum)value!))
        {
            Description = description,
            Default = read((T)Defaults),
            Choices = [.. Enum.GetValues<TEnum>().Select(value => new OptionChoice(Option.Spell(value), value))],
        });
        return this;
    }

    /// <summary>Settings under one name that are off as a whole unless set.</summary>
    public OptionSet<T> GroupOrOff<TGroup>(
        string name, string description, Func<T, TGroup?> read, Func<T, TGroup?, T> with, OptionSet<TGroup> group)
        where TGroup : class
    {
        Add(new Option(name, OptionType.Group, o => read((T)o), (o, value) => with((T)o, (TGroup?)value))
        {
            Description = description,
            Default = read((T)Defaults),
            CanBeOff = true,
            Group = group,
        });
        return this;
    }

    private OptionSet<T> Bounded<TValue>(
        OptionType type,
        (string Name, string Description) what,
        Func<T, TValue> read,
        Func<T, TValue, T> with,
        (TValue Minimum, TValue Maximum) bounds)
        where TValue : struct, IComparable
    {
        Add(new Option(what.Name, type, o => read((T)o), (o, value) => with((T)o, (TValue)value!))
        {
            Description = what.Description,
            Default = read((T)Defaults),
            Minimum = bounds.Minimum,
            Maximum = bounds.Maximum,
        });
        return this;
    }

    private OptionSet<T> BoundedOrOff<TValue>(
        OptionType type,
        (string Name, string Description) what,
        Func<T, TValue?> read,
        Func<T, TValue?, T> with,
        (TValue Minimum, TValue Maximum) bounds)
        where TValue : struct, IComparable
    {
        Add(new Option(what.Name, type, o => read((T)o), (o, value) => with((T)o, (TValue?)value))
        {
            Description = what.Description,
            Default = read((T)Defaults),
            CanBeOff = true,
            Minimum = bounds.Minimum,
            Maximum = bounds.Maximum,
        });
        return this;
    }
}
