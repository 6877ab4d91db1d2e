using BotCluster.Standalone.Tests.Hosting;

namespace BotCluster.Standalone.Tests;

[Collection(Machine.Name)]
public sealed class EntryTests
{
    [Fact]
    public async Task Ends_with_1_and_names_the_allowed_options_where_one_is_unknown()
    {
        var (code, output) = await Inside.ToEndAsync("--unheard-of");

        Assert.Equal(1, code);
        Assert.Contains("--unheard-of", output, StringComparison.Ordinal);
        Assert.Contains("allowed options: ", output, StringComparison.Ordinal);
        Assert.Contains("--restore", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_itself()
    {
        var (code, output) = await Inside.ToEndAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--reset-admin", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--check")]
    [InlineData("--backup", "/tmp/never-written")]
    public async Task Looks_at_no_directory_that_is_not_there(params string[] task)
    {
        using var scratch = new ScratchDirectory();

        var (code, output) = await Inside.ToEndAsync([.. task, "--data", scratch.Data]);

        Assert.Equal(1, code);
        Assert.Contains($"There is no data directory {scratch.Data}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restores_nothing_that_is_no_backup()
    {
        using var scratch = new ScratchDirectory();
        await File.WriteAllTextAsync(scratch.PathOf("letter"), "Dear broker, …", TestContext.Current.CancellationToken);

        var (missingCode, missing) = await Inside.ToEndAsync("--restore", scratch.PathOf("nothing"), "--data", scratch.Data);
        var (letterCode, letter) = await Inside.ToEndAsync("--restore", scratch.PathOf("letter"), "--data", scratch.Data);

        Assert.Equal((1, 1), (missingCode, letterCode));
        Assert.Contains("There is no file", missing, StringComparison.Ordinal);
        Assert.Contains("is not a backup", letter, StringComparison.Ordinal);
    }
}
