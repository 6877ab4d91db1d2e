using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Json;

/// <summary>A bot's state as the store keeps it: JSON with one-letter members, each symbol spelled once, exact numbers as their own digits.</summary>
public static class BotStateJson
{
    // Reasons hold signs such as × and ≥ that need no escape here: a state is never part of a page.
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void Write(BotState state, IBufferWriter<byte> output)
    {
        // One writer a thread: it is taken out while in use, so that a failure leaves no half-used one behind.
        var writer = _writer ?? new Utf8JsonWriter(output, Compact);
        _writer = null;
        writer.Reset(output);
        new StateWriter(writer).Write(state);
        writer.Flush();
        _writer = writer;
    }

    /// <exception cref="StateFormatException">The state is of a newer schema, or is none.</exception>
    public static BotState Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return new StateReader().Read(ref reader);
        }
        catch (Exception exception) when (exception
            is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new StateFormatException($"This is not the state of a bot: {exception.Message}", exception);
        }
    }
}
