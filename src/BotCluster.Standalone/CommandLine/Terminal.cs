namespace BotCluster.Standalone.CommandLine;

/// <summary>What the person at the console reads: few lines. All else goes to the log.</summary>
internal sealed class Terminal(TextWriter output, TextWriter errors)
{
    public TextWriter Output => output;

    public TextWriter Errors => errors;

    /// <summary>One step of a start, a stop or an upkeep task.</summary>
    public void Say(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }

    /// <summary>Why it does not go on.</summary>
    public void Refuse(string reason)
    {
        errors.WriteLine($"run: {reason}");
        errors.Flush();
    }
}
