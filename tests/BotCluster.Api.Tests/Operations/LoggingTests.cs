using BotCluster.Api.Logging;

namespace BotCluster.Api.Tests.Operations;

public sealed class LoggingTests
{
    [Fact]
    public void Masks_secrets_and_addresses_wherever_they_stand()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("botcluster-log-").FullName, "log.json");
        using (var logger = JsonLogs.Create(file, isVerbose: false))
        {
            logger.ForContext("Password", "hunter2hunter2")
                .Error(new InvalidOperationException("no place for ada.lovelace@example.com"), "{Who} came with {@What}", "grace@example.org", new
                {
                    ApiKey = "k-123456",
                    Inner = new { RefreshToken = "r-654321", Name = "plain" },
                });
        }

        var text = File.ReadAllText(file);

        Assert.Contains("a***@***.com", text, StringComparison.Ordinal);
        Assert.Contains("g***@***.org", text, StringComparison.Ordinal);
        Assert.Contains("plain", text, StringComparison.Ordinal);
        Assert.Single(text.TrimEnd().Split('\n'));
        foreach (var secret in new[] { "hunter2hunter2", "k-123456", "r-654321", "lovelace", "grace@" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }
}
