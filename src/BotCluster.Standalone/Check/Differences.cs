using System.Globalization;

namespace BotCluster.Standalone.Check;

/// <summary>Collects what does not agree; numbers are equal only to their last digit.</summary>
internal sealed class Differences
{
    private readonly List<Difference> _found = [];

    public IReadOnlyList<Difference> Found => _found;

    public void Same(string what, decimal ledger, decimal bot)
    {
        if (ledger != bot)
        {
            _found.Add(new Difference(what, Text(ledger), Text(bot)));
        }
    }

    public void Same(string what, string ledger, string bot)
    {
        if (!string.Equals(ledger, bot, StringComparison.Ordinal))
        {
            _found.Add(new Difference(what, ledger, bot));
        }
    }

    /// <summary>Something that must hold by itself.</summary>
    public void Holds(bool isSo, string what, string ledger, string bot)
    {
        if (!isSo)
        {
            _found.Add(new Difference(what, ledger, bot));
        }
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
