using System.Globalization;
using System.Threading.RateLimiting;

namespace BotCluster.Api.Sessions;

/// <summary>How often a password may be tried: so many times a minute from one address, and as many for one account.</summary>
internal sealed class SignInLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _accounts;

    public SignInLimits(ApiOptions options)
    {
        _addresses = Limiter(options.SignInsPerMinute);
        _accounts = Limiter(options.SignInsPerMinute);
    }

    /// <returns>Null where the password may be tried now, else how long to wait.</returns>
    public TimeSpan? Take(string address, string email) =>
        TakeOf(_addresses, address) ?? TakeOf(_accounts, email.Trim().ToLower(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }));

    private static TimeSpan? TakeOf(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Window;
    }
}
