using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Alerts;

/// <summary>The alerts of one client that wait to be sent, in order; one is on its way at a time.</summary>
internal sealed class ClientQueue(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<(WebhookTarget Target, WebhookAlert Alert)> _waiting = new();
    private bool _isBusy;

    /// <summary>Adds an alert where there is room; <paramref name="needsSender"/> where nobody works on this queue yet.</summary>
    public bool TryAdd(WebhookTarget target, WebhookAlert alert, out bool needsSender)
    {
        lock (_gate)
        {
            needsSender = false;
            if (_waiting.Count >= capacity)
            {
                return false;
            }

            _waiting.Enqueue((target, alert));
            needsSender = !_isBusy;
            _isBusy = true;
            return true;
        }
    }

    public (WebhookTarget Target, WebhookAlert Alert) Take()
    {
        lock (_gate)
        {
            return _waiting.Dequeue();
        }
    }

    /// <returns>Whether more is waiting, so that the queue goes to the end of the line.</returns>
    public bool Finish()
    {
        lock (_gate)
        {
            return _isBusy = _waiting.Count > 0;
        }
    }
}
