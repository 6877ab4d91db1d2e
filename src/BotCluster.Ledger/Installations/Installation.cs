namespace BotCluster.Ledger.Installations;

/// <summary>Who the owner of this database is among all installations.</summary>
/// <param name="Id">Six lower-case letters and digits, part of every client order id.</param>
/// <param name="Engine">The engine its bots belong to.</param>
/// <param name="Epoch">Rises with each restore from a backup.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record Installation(string Id, string Engine, int Epoch, DateTimeOffset MadeAt);
