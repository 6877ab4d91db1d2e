namespace BotCluster.Standalone.Running;

/// <summary>Where the program's own files are: candles, instruments, the demo fleet, the built page.</summary>
/// <param name="Root">The repository, or the folder a release was unpacked into.</param>
internal sealed record InstallationPlace(string Root)
{
    public string Instruments => Path.Combine(Root, "data", "instruments.json");

    public string Candles => Path.Combine(Root, "data", "candles");

    public string DemoFleet => Path.Combine(Root, "data", "demo-fleet.json");

    public string DefaultDataDirectory => Path.Combine(Root, ".data");

    /// <summary>The built page; null where nobody built it.</summary>
    public string? Page => File.Exists(Path.Combine(BuiltPage, "index.html")) ? BuiltPage : null;

    private string BuiltPage => Path.Combine(Root, "src", "BotCluster.Web", "dist");

    /// <summary>The first folder, from the program upwards, that has the instruments.</summary>
    public static InstallationPlace Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var place = new InstallationPlace(folder.FullName);
            if (File.Exists(place.Instruments))
            {
                return place;
            }
        }

        throw new HostRefusedException(
            $"No folder from {AppContext.BaseDirectory} upwards has data/instruments.json; the program belongs into its repository.");
    }
}
