using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace BotCluster.Api.Sessions;

/// <summary>Hashes and checks passwords, as long for an account that does not exist as for one that does.</summary>
internal sealed class Passwords
{
    private static readonly object Anybody = new();

    private readonly PasswordHasher<object> _hasher = new();
    private readonly string _nobodysHash;

    public Passwords() => _nobodysHash = Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    public string Hash(string password) => _hasher.HashPassword(Anybody, password);

    /// <param name="hash">Null where there is no such account, or it has no password yet: as slow as a real one, and never right.</param>
    /// <param name="password">As it was typed.</param>
    public bool IsRight(string? hash, string password)
    {
        var verdict = _hasher.VerifyHashedPassword(Anybody, hash ?? _nobodysHash, password);
        return hash is not null && verdict != PasswordVerificationResult.Failed;
    }
}
