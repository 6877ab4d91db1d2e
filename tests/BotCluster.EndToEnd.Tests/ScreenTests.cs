using System.Text.Json;
using BotCluster.Standalone.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BotCluster.EndToEnd.Tests;

/// <summary>Every screen, light and dark, on a desk and on a phone: no accessibility violation, no sideways scrolling, a picture kept.</summary>
public sealed class ScreenTests(House house)
{
    private static readonly string Root = InstallationPlace.Find().Root;

    private static readonly (int Width, int Height)[] Sizes = [(1280, 900), (390, 844)];

    [Theory]
    [InlineData("fleet", "/", "Fleet")]
    [InlineData("bot", "/#/bots/{bot}", null)]
    [InlineData("settings", "/#/bots/{bot}/settings", null)]
    [InlineData("new-bot", "/#/bots/new", "New bot")]
    [InlineData("alerts", "/#/alerts", "Alerts")]
    [InlineData("clients", "/#/clients", "Clients")]
    [InlineData("client", "/#/clients/{client}", null)]
    [InlineData("account", "/#/account", "Account")]
    [InlineData("not-found", "/#/nowhere", null)]
    public async Task A_screen_is_fit_for_everybody(string name, string path, string? heading)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var size in Sizes)
            {
                var page = await house.AdminAsync(Options(scheme, size));
                await LookAsync(page, new Look(name, await FillAsync(page, path), heading, scheme, size.Width));
            }
        }
    }

    [Theory]
    [InlineData("sign-in", "/#/sign-in", "Sign in")]
    [InlineData("welcome", "/#/welcome/nobody-knows-this-secret", "Welcome")]
    public async Task A_strangers_screen_is_fit_for_everybody(string name, string path, string heading)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var size in Sizes)
            {
                var page = await house.StrangerAsync(Options(scheme, size));
                await LookAsync(page, new Look(name, path, heading, scheme, size.Width));
            }
        }
    }

    private static BrowserNewContextOptions Options(ColorScheme scheme, (int Width, int Height) size) => new()
    {
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
    };

    private static async Task LookAsync(IPage page, Look look)
    {
        await page.GotoAsync(look.Path);
        var title = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Expect(title).ToBeVisibleAsync();
        if (look.Heading is { } heading)
        {
            await Expect(title).ToHaveTextAsync(heading);
        }

        await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
        await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await page.ScreenshotAsync(new() { Path = look.Picture(Root) });
        Assert.Empty(await ViolationsAsync(page));
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{look.Name} scrolls sideways at {look.Width} px");
        await page.Context.CloseAsync();
    }

    private static async Task<List<string>> ViolationsAsync(IPage page)
    {
        var axe = await File.ReadAllTextAsync(
            Path.Combine(Root, "src", "BotCluster.Web", "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        await page.EvaluateAsync(axe);
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)");
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
    }

    private static async Task<string> FillAsync(IPage page, string path)
    {
        if (!path.Contains('{', StringComparison.Ordinal))
        {
            return path;
        }

        var bots = await page.APIRequest.GetAsync("/api/v1/bots?limit=1&sort=-profit");
        var bot = (await bots.JsonAsync())!.Value.GetProperty("items")[0];
        return path
            .Replace("{bot}", bot.GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{client}", bot.GetProperty("clientId").GetString(), StringComparison.Ordinal);
    }

    private sealed record Look(string Name, string Path, string? Heading, ColorScheme Scheme, int Width)
    {
        public string Picture(string root) =>
            System.IO.Path.Combine(root, "artifacts", "screenshots", FormattableString.Invariant($"{Name}-{Scheme}-{Width}.png").ToLowerInvariant());
    }
}
