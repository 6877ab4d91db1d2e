namespace BotCluster.Gateways.Instruments;

/// <summary>The file of instruments says something impossible; every flaw is named by its entry.</summary>
public sealed class InvalidInstrumentsException : Exception
{
    public InvalidInstrumentsException()
    {
    }

    public InvalidInstrumentsException(string message)
        : base(message)
    {
    }

    public InvalidInstrumentsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidInstrumentsException(string source, IReadOnlyList<string> flaws)
        : base($"{source} is refused: {string.Join("; ", flaws)}.") => Flaws = flaws;

    public IReadOnlyList<string> Flaws { get; } = [];
}
