using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace BotCluster.Api.Logging;

/// <summary>Blanks every property of a log line whose name says that it is secret, however deep it stands.</summary>
internal sealed partial class SecretMask : ILogEventEnricher
{
    private static readonly ScalarValue Blank = new("***");

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            var masked = Mask(name, value);
            if (!ReferenceEquals(masked, value))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, masked));
            }
        }
    }

    private static LogEventPropertyValue Mask(string name, LogEventPropertyValue value) => value switch
    {
        _ when Secret().IsMatch(name) => Blank,
        StructureValue structure => new StructureValue(
            structure.Properties.Select(property => new LogEventProperty(property.Name, Mask(property.Name, property.Value))),
            structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(
            dictionary.Elements.Select(entry => KeyValuePair.Create(entry.Key, Mask(entry.Key.Value?.ToString() ?? "", entry.Value)))),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(element => Mask("", element))),
        _ => value,
    };

    [GeneratedRegex(
        "password|secret|token|authorization|cookie|api.?key|private.?key|connection.?string|csrf",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
