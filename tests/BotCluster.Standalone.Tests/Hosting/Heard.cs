using System.Text;

namespace BotCluster.Standalone.Tests.Hosting;

/// <summary>Everything a program said so far, and a way to wait for words of it.</summary>
internal sealed class Heard : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Words, TaskCompletionSource Said)> _waiting = [];
    private readonly Lock _gate = new();

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        lock (_gate)
        {
            _text.Append(value);
            var said = _text.ToString();
            foreach (var waiting in _waiting.Where(waiting => said.Contains(waiting.Words, StringComparison.Ordinal)))
            {
                waiting.Said.TrySetResult();
            }
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public Task UntilAsync(string words)
    {
        lock (_gate)
        {
            if (_text.ToString().Contains(words, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((words, said));
            return said.Task;
        }
    }
}
