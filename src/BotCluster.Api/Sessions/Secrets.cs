using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace BotCluster.Api.Sessions;

/// <summary>Secrets that are handed out once and kept only as hashes: refresh tokens and one-time links.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    // 256 random bits need no salt and no slow hash.
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
