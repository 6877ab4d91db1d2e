namespace BotCluster.Trading.Markets;

/// <summary>A currency or coin, by its upper-case code: <c>BTC</c>, <c>USDT</c>.</summary>
public readonly record struct Asset
{
    public const int LongestCode = 12;

    private readonly string? _code;

    public Asset(string code)
    {
        if (!IsValid(code))
        {
            throw new ArgumentException($"'{code}' is not an asset: 1 to {LongestCode} of A-Z and 0-9.", nameof(code));
        }

        _code = code;
    }

    public string Code => _code ?? throw new InvalidOperationException("An asset without a code was used.");

    public static bool IsValid(string? code) =>
        code is { Length: >= 1 and <= LongestCode } && code.All(IsAllowed);

    public override string ToString() => _code ?? "";

    private static bool IsAllowed(char character) => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character);
}
