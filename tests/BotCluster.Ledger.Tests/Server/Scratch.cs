namespace BotCluster.Ledger.Tests.Server;

/// <summary>A directory of one test, gone with it.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch(string? parent = null)
    {
        Path = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), "botcluster-scratch-" + System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
