namespace BotCluster.Api.Refusals;

/// <summary>What came of trying something that may be refused.</summary>
internal abstract record Attempt<T>
{
    private Attempt()
    {
    }

    public sealed record Done(T Value) : Attempt<T>;

    public sealed record Refused(Refusal Refusal) : Attempt<T>;

    public static implicit operator Attempt<T>(T value) => new Done(value);

    public static implicit operator Attempt<T>(Refusal refusal) => new Refused(refusal);
}
