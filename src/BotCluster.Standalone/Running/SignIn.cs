using System.Diagnostics;
using BotCluster.Api.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace BotCluster.Standalone.Running;

/// <summary>How the first person gets in, in words for the console.</summary>
internal static class SignIn
{
    public static async Task<string> EnsureAsync(
        IServiceProvider services, bool isReset, string address, CancellationToken cancellationToken)
    {
        var outcome = await services.GetRequiredService<FirstAdmin>().EnsureAsync(
            Environment.GetEnvironmentVariable(FirstAdmin.EmailVariable),
            Environment.GetEnvironmentVariable(FirstAdmin.PasswordVariable),
            isReset,
            cancellationToken);
        return outcome switch
        {
            FirstAdminOutcome.Exists => "with your account (forgotten? ./run --reset-admin)",
            FirstAdminOutcome.PasswordSet set => $"as {set.Email}, with the password of {FirstAdmin.PasswordVariable}",
            FirstAdminOutcome.LinkIssued link =>
                $"{address}{link.Path}\n" +
                $"              (once, until {link.ExpiresAt:yyyy-MM-dd HH:mm} UTC: choose the password of {link.Email})",
            FirstAdminOutcome.Refused refused => throw new HostRefusedException(refused.Reason),
            _ => throw new UnreachableException(),
        };
    }
}
