namespace BotCluster.Standalone.Tests.Hosting;

/// <summary>A short-named directory of a test's own, gone when the test is over.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    public ScratchDirectory()
    {
        Root = Directory.CreateTempSubdirectory("bc-host-").FullName;

        // The database runs as a user of its own where the tests run as root, and has to get in.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Root,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
