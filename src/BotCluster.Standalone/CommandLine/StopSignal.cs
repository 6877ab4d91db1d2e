using System.Runtime.InteropServices;

namespace BotCluster.Standalone.CommandLine;

/// <summary>Ctrl-C, SIGTERM or a closed terminal: the wish that the program stops in order. Further ones change nothing.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _hangUp;

    public StopSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Request);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Request);
        _hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Request);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _hangUp.Dispose();
        _source.Dispose();
    }

    private void Request(PosixSignalContext context)
    {
        // The system would end the process at once; the stop in order does it instead.
        context.Cancel = true;
        _source.Cancel();
    }
}
