using BotCluster.Gateways.Replay;
using BotCluster.Standalone.CommandLine;

namespace BotCluster.Standalone.Tests.CommandLine;

public sealed class HostOptionsTests
{
    private readonly HostOptions _options = new("/somewhere/.data");

    [Theory]
    [InlineData("--urls ftp://127.0.0.1", "'ftp://127.0.0.1' is not an address")]
    [InlineData("--urls http://127.0.0.1:80/path", "is not an address")]
    [InlineData("--urls nonsense", "'nonsense' is not an address")]
    [InlineData("--urls http://user@host:80", "is not an address")]
    [InlineData("--urls ;", "names no address")]
    [InlineData("--speed 0", "'0' is not a speed")]
    [InlineData("--speed -1", "is not a speed")]
    [InlineData("--speed NaN", "'NaN' is not a speed")]
    [InlineData("--speed fast", "'fast' is not a speed")]
    [InlineData("--speed 1e3", "'1e3' is not a speed")]
    [InlineData("--speed 100001", "'100001' is not a speed")]
    [InlineData("--backup a --restore b", "--backup and --restore cannot be asked for together")]
    [InlineData("--backup a --check", "--backup and --check cannot be asked for together")]
    [InlineData("--check --speed 3", "--speed says how bots run, and --check runs none")]
    [InlineData("--restore a --no-demo", "--no-demo says how bots run")]
    [InlineData("--replace", "--replace belongs to --restore")]
    [InlineData("--unheard-of", "--unheard-of")]
    [InlineData("--data", "--data")]
    public void Refuses_what_it_does_not_know_and_says_what_is_wrong(string words, string message)
    {
        var parsed = _options.Command.Parse(words.Split(' '));

        Assert.Contains(parsed.Errors, error => error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--speed fast", "0.01 to 100000 steps a second, or max")]
    [InlineData("--urls nonsense", "http://host:port")]
    public void Says_what_is_allowed(string words, string allowed)
    {
        var parsed = _options.Command.Parse(words.Split(' '));

        Assert.Contains(parsed.Errors, error => error.Message.Contains(allowed, StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_on_the_loopback_with_the_demo_unless_told_otherwise()
    {
        var run = Assert.IsType<HostRequest.Run>(Read(""));

        Assert.Equal("http://127.0.0.1:8080/", Assert.Single(run.Urls).AbsoluteUri);
        Assert.Equal("/somewhere/.data", run.DataDirectory);
        Assert.Equal(ReplaySpeed.Default, run.Speed);
        Assert.True(run.WantsDemo);
        Assert.False(run.ResetsAdmin);
    }

    [Fact]
    public void Reads_every_option_of_a_run()
    {
        var run = Assert.IsType<HostRequest.Run>(
            Read("--urls http://0.0.0.0:81;http://[::1]:82 --data /elsewhere --speed max --no-demo --reset-admin"));

        Assert.Equal([81, 82], run.Urls.Select(url => url.Port));
        Assert.Equal("/elsewhere", run.DataDirectory);
        Assert.Equal(ReplaySpeed.Max, run.Speed);
        Assert.False(run.WantsDemo);
        Assert.True(run.ResetsAdmin);
    }

    [Fact]
    public void Reads_the_tasks_of_upkeep()
    {
        Assert.Equal("/b/file", Assert.IsType<HostRequest.Backup>(Read("--backup /b/file --data /d")).File);
        Assert.False(Assert.IsType<HostRequest.Restore>(Read("--restore /b/file")).Replaces);
        Assert.True(Assert.IsType<HostRequest.Restore>(Read("--restore /b/file --replace")).Replaces);
        Assert.Equal("/d", Assert.IsType<HostRequest.Check>(Read("--check --data /d")).DataDirectory);
    }

    private HostRequest Read(string words)
    {
        var parsed = _options.Command.Parse(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(parsed.Errors);
        return _options.Read(parsed);
    }
}
