namespace BotCluster.Trading.Tests;

/// <summary>Runs a property for many seeds; the seed that fails is printed.</summary>
internal static class Seeds
{
    private const int First = 20_261_120;

    public static void ForEach(int cases, Action<Random> check)
    {
        for (var seed = First; seed < First + cases; seed++)
        {
            var holds = false;
            try
            {
                check(new Random(seed));
                holds = true;
            }
            finally
            {
                if (!holds)
                {
                    TestContext.Current.TestOutputHelper?.WriteLine($"It fails for seed {seed}.");
                }
            }
        }
    }
}
