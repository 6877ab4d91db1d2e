using System.Text.RegularExpressions;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace BotCluster.Api.Logging;

/// <summary>Writes one JSON object a line, with every e-mail address masked wherever it stands, exceptions included.</summary>
internal sealed partial class MaskingFormatter : ITextFormatter
{
    private readonly JsonFormatter _json = new(renderMessage: true);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        _json.Format(logEvent, line);
        output.Write(MaskAddresses(line.ToString()));
    }

    /// <summary>Keeps the first letter and the top-level domain: enough to recognise, not enough to write to.</summary>
    internal static string MaskAddresses(string text) => Address().Replace(text, "${first}***@***.${top}");

    // Bounded, so that a hostile text cannot make the search slow.
    [GeneratedRegex(
        @"(?<first>[A-Za-z0-9])[A-Za-z0-9._%+-]{0,63}(?:@|%40)[A-Za-z0-9.-]{1,253}\.(?<top>[A-Za-z]{2,24})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
