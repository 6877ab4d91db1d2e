namespace BotCluster.Engine.Tests.Contract;

/// <summary>Waits for what happens by itself, such as a retry.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<Task<bool>> holds)
    {
        var patience = TimeSpan.FromSeconds(40);
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < patience;)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(await holds(), $"It did not come true within {patience}.");
    }
}
