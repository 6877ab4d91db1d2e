namespace BotCluster.Standalone.Check;

/// <summary>What a check of the whole ledger found.</summary>
internal sealed record CheckReport(IReadOnlyList<BotVerdict> Bots, IReadOnlyList<string> Flaws)
{
    public bool IsClean => Flaws.Count == 0 && Bots.All(bot => bot.IsClean);
}

/// <summary>What the check of one bot found.</summary>
internal sealed record BotVerdict
{
    public required long Number { get; init; }

    public required string Name { get; init; }

    public required string Client { get; init; }

    public required int Orders { get; init; }

    public required int Fills { get; init; }

    public required int Trades { get; init; }

    /// <summary>As the fills and bookings of the ledger prove it.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Cost of the open positions, likewise.</summary>
    public required decimal AtCost { get; init; }

    public required decimal Fees { get; init; }

    public required IReadOnlyList<Difference> Differences { get; init; }

    public bool IsClean => Differences.Count == 0;
}

/// <summary>One thing on which bot and ledger do not agree.</summary>
/// <param name="What">Which figure of what.</param>
/// <param name="Ledger">As the ledger proves it.</param>
/// <param name="Bot">As the bot believes it.</param>
internal sealed record Difference(string What, string Ledger, string Bot)
{
    public override string ToString() => $"{What}: the ledger proves {Ledger}, the bot has {Bot}";
}
