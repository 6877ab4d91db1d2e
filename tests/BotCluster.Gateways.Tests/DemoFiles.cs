namespace BotCluster.Gateways.Tests;

/// <summary>The real candles and instruments of the repository's data folder.</summary>
internal static class DemoFiles
{
    public static string Folder { get; } = Find();

    public static string Candles { get; } = Path.Combine(Folder, "candles");

    public static string Instruments { get; } = Path.Combine(Folder, "instruments.json");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Orleans.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), "data");
    }
}
