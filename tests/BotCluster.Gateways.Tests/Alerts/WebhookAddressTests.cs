using System.Net;
using BotCluster.Gateways.Alerts;

namespace BotCluster.Gateways.Tests.Alerts;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://example.com/alerts?x=1")]
    [InlineData("https://example.com:8443/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2606:4700::1111]/")]
    public void May_be_anywhere_on_the_open_internet(string address) => Assert.Null(WebhookAddress.Flaw(address, allowPrivate: false));

    [Theory]
    [InlineData(null, "1 to 2048 characters")]
    [InlineData("", "1 to 2048 characters")]
    [InlineData("example.com", "must be complete")]
    [InlineData("/alerts", "must be")]
    [InlineData("http://example.com", "must begin with https://")]
    [InlineData("ftp://example.com", "must begin with https://")]
    [InlineData("file:///etc/passwd", "must be")]
    [InlineData("https://user:pass@example.com", "must not carry a user name")]
    [InlineData("https://localhost/", "open internet")]
    [InlineData("https://db.internal/", "open internet")]
    [InlineData("https://printer.local./", "open internet")]
    [InlineData("https://intranet/", "open internet")]
    [InlineData("https://127.0.0.1/", "open internet")]
    [InlineData("https://127.1/", "open internet")]
    [InlineData("https://2130706433/", "open internet")]
    [InlineData("https://0x7f000001/", "open internet")]
    [InlineData("https://169.254.169.254/latest/meta-data", "open internet")]
    [InlineData("https://[::1]/", "open internet")]
    [InlineData("https://[::ffff:10.0.0.1]/", "open internet")]
    public void Is_refused_with_the_reason(string? address, string expected) =>
        Assert.Contains(expected, WebhookAddress.Flaw(address, allowPrivate: false), StringComparison.Ordinal);

    [Fact]
    public void Is_refused_where_it_is_absurdly_long() => Assert.NotNull(
        WebhookAddress.Flaw("https://example.com/" + new string('a', WebhookAddress.Longest), allowPrivate: true));

    [Theory]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("https://alerts.internal/")]
    public void May_be_inside_where_the_installation_says_so(string address) => Assert.Null(WebhookAddress.Flaw(address, allowPrivate: true));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.1.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    public void Reserved_addresses_are_not_public(string address) => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2a00:1450::1")]
    public void Others_are(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));
}
