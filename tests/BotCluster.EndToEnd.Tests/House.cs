using System.Text.RegularExpressions;
using BotCluster.Standalone.Tests.Hosting;
using Microsoft.Playwright;

namespace BotCluster.EndToEnd.Tests;

/// <summary>The real program on data of its own, and a real browser in which its first admin has signed in.</summary>
public sealed partial class House : IAsyncLifetime
{
    public const string AdminPassword = "correct horse battery 9";
    private const string BrowserPath = "/usr/bin/chromium";
    private const float Patience = 60_000;

    private static readonly string[] BrowserArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly ScratchDirectory _scratch = new();
    private Inside? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _adminState;

    public Uri Address => _host!.Address;

    /// <summary>The address that the first admin signs in with.</summary>
    public string AdminEmail { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        try
        {
            await OpenAsync();
        }
        catch
        {
            // Nobody disposes what did not come to be, and a database would be left behind.
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _scratch.Dispose();
    }

    /// <summary>Sets a password by a one-time link and signs in, all in the page.</summary>
    /// <returns>The browser's state, for further windows of the same person.</returns>
    public async Task<string> ArriveAsync(string link, string email)
    {
        await using var context = await NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Address, link).AbsoluteUri);
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(AdminPassword);
        await page.GetByLabel("The same again", new() { Exact = true }).FillAsync(AdminPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your password is set")).ToBeVisibleAsync();

        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(AdminPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Fleet" })).ToBeVisibleAsync();
        return await context.StorageStateAsync();
    }

    /// <summary>A window in which the first admin is signed in.</summary>
    public Task<IPage> AdminAsync(BrowserNewContextOptions? options = null) => PageOfAsync(_adminState!, options);

    /// <summary>A window of whoever has this state.</summary>
    public async Task<IPage> PageOfAsync(string state, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.StorageState = state;
        return await (await NewContextAsync(options)).NewPageAsync();
    }

    /// <summary>A window of somebody nobody knows.</summary>
    public async Task<IPage> StrangerAsync(BrowserNewContextOptions? options = null) =>
        await (await NewContextAsync(options ?? new())).NewPageAsync();

    private async Task OpenAsync()
    {
        if (!File.Exists(BrowserPath))
        {
            throw new InvalidOperationException($"{BrowserPath} is missing; ./test installs it.");
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _host = await Inside.StartAsync("--data", _scratch.Data, "--urls", "http://127.0.0.1:0", "--speed", "20");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserPath, Args = BrowserArguments });
        AdminEmail = Owner().Match(_host.Output).Groups["email"].Value;
        _adminState = await ArriveAsync(Welcome().Match(_host.Output).Groups["path"].Value, AdminEmail);
    }

    private async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        options.BaseURL = Address.AbsoluteUri;
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    [GeneratedRegex(@"(?<path>/#/welcome/[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Welcome();

    [GeneratedRegex(@"choose the password of (?<email>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Owner();
}
