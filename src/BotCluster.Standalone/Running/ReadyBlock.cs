namespace BotCluster.Standalone.Running;

/// <summary>The one block that a start prints: where it is, how to sign in, where the data is, how to stop.</summary>
internal static class ReadyBlock
{
    public static string Of(Facts facts) => FormattableString.Invariant(
        $"""

        BotCluster is ready ({facts.Took.TotalSeconds:0.0} s).

          Page        {facts.Address}
          Sign in     {facts.SignIn}
          Engine      local: {facts.Bots} bots in this process, on paper
          Data        {facts.DataDirectory} (database in {facts.Database})
          Log         {facts.Log}
          Metrics     {facts.Metrics}
          Stop        Ctrl-C here, or: kill {Environment.ProcessId}

        """);

    /// <summary>What it says.</summary>
    internal sealed record Facts
    {
        public required TimeSpan Took { get; init; }

        public required string Address { get; init; }

        public required string SignIn { get; init; }

        public required int Bots { get; init; }

        public required string DataDirectory { get; init; }

        public required string Database { get; init; }

        public required string Metrics { get; init; }

        public required string Log { get; init; }
    }
}
