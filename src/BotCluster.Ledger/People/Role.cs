namespace BotCluster.Ledger.People;

/// <summary>What a person may do for a client. Each may also do what the ones after it may.</summary>
public enum Role
{
    /// <summary>Everything, its people and kill switch included.</summary>
    Admin = 1,

    /// <summary>Bots: make, change, start, stop.</summary>
    Trader = 2,

    /// <summary>Looks, and changes nothing.</summary>
    Viewer = 3,
}
