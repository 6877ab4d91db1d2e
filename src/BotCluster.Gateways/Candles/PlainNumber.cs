namespace BotCluster.Gateways.Candles;

/// <summary>Reads the numbers that candle files really hold, digits with perhaps a point, several times faster than the general parser.</summary>
internal static class PlainNumber
{
    // Up to 15 digits and powers of ten up to 22 are exact doubles, so one division gives the correctly rounded value.
    private const int MostDigits = 15;

    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, MostDigits + 1).Select(power => Math.Pow(10, power))];

    /// <returns>False where it is longer or anything else; then the general parser decides.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var point = text.IndexOf((byte)'.');
        var digits = point < 0 ? text.Length : text.Length - 1;
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (digits is < 1 or > MostDigits || decimals == digits || (point >= 0 && decimals == 0))
        {
            return false;
        }

        var number = 0L;
        for (var index = 0; index < text.Length; index++)
        {
            var digit = text[index] - '0';
            if (index == point)
            {
                continue;
            }

            if (digit is < 0 or > 9)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        value = number / PowersOfTen[decimals];
        return true;
    }
}
