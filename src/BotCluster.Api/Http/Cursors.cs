using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.DataProtection;

namespace BotCluster.Api.Http;

/// <summary>Seals where a list was left off, so that nobody else can make up such a place or use it on another list.</summary>
internal sealed class Cursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("BotCluster.Cursors.v1");

    public string Seal(string list, string place) => _protector.CreateProtector(list).Protect(place);

    /// <returns>False for a cursor that is not ours, or of another list; a missing one is the first page.</returns>
    public bool TryOpen(string list, string? cursor, out string? place, [NotNullWhen(false)] out Refusal? refusal)
    {
        place = null;
        refusal = null;
        if (cursor is null)
        {
            return true;
        }

        try
        {
            place = _protector.CreateProtector(list).Unprotect(cursor);
            return true;
        }
        catch (CryptographicException)
        {
            refusal = Refuse.Invalid("cursor", "is not a cursor of this list; take it from the 'next' of the page before, or leave it out");
            return false;
        }
    }
}
