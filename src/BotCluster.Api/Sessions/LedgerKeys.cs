using System.Xml.Linq;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BotCluster.Api.Sessions;

/// <summary>Keeps the sealing keys in the ledger, where every process of the installation finds them.</summary>
internal sealed class LedgerKeys(KeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.ReadAll().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
