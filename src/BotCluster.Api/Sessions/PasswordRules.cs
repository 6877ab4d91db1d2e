using System.Globalization;

namespace BotCluster.Api.Sessions;

/// <summary>What a password has to be: long, and not one of those that everybody tries first.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private const int FewestDifferent = 5;

    private static readonly string[] Trivial =
    [
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "qwerty", "qwertz", "azerty", "letmein", "welcome", "iloveyou", "admin",
        "administrator", "changeme", "default", "secret", "trustno1", "monkey", "dragon", "football", "baseball", "sunshine",
        "princess", "superman", "batman", "master", "login", "test", "guest", "root", "bitcoin", "trading", "trader", "botcluster",
        "bot", "cluster", "abc", "xyz", "qwe", "asd", "zxc", "hello", "whatever", "starwars", "computer", "internet", "summer",
        "winter", "spring", "autumn", "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december", "qwertyuiop", "asdfghjkl", "zxcvbnm", "correcthorsebatterystaple", "the", "my", "is", "and", "new",
    ];

    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"];

    /// <returns>Null where the password may be used, else what is wrong with it.</returns>
    public static string? Flaw(string password, string email)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {password.Length} characters; allowed are {Shortest} to {Longest}");
        }

        if (password.Any(char.IsControl))
        {
            return "has control characters in it";
        }

        var plain = password.ToUpperInvariant();
        if (plain.Distinct().Count() < FewestDifferent)
        {
            return string.Create(CultureInfo.InvariantCulture, $"uses fewer than {FewestDifferent} different characters");
        }

        var name = email.Split('@')[0].ToUpperInvariant();
        if (name.Length >= 4 && plain.Contains(name, StringComparison.Ordinal) && plain.Length - name.Length < 8)
        {
            return "is made of your e-mail address";
        }

        return IsTrivial(plain) ? "is among the first that anybody would try" : null;
    }

    // What is left after all trivial words and runs are taken out is what a guesser has to guess.
    private static bool IsTrivial(string plain)
    {
        var rest = plain;
        foreach (var word in Trivial.OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, " ", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var run in Runs)
        {
            rest = WithoutRun(rest, run);
        }

        return rest.Where(char.IsLetterOrDigit).Distinct().Count() < FewestDifferent;
    }

    private static string WithoutRun(string text, string run)
    {
        const int shortestRun = 4;
        for (var length = Math.Min(run.Length, text.Length); length >= shortestRun; length--)
        {
            for (var start = 0; start + length <= run.Length; start++)
            {
                text = text.Replace(run.Substring(start, length), " ", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text;
    }
}
