using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BotCluster.EndToEnd.Tests;

public sealed partial class FleetTests(House house)
{
    [Fact]
    public async Task A_newcomer_sees_a_fleet_that_moves_by_itself_and_breaks_no_rule_of_the_browser()
    {
        var page = await house.AdminAsync();
        var complaints = new List<string>();
        page.Console += (_, line) => complaints.AddRange(line.Type == "error" ? [line.Text] : Array.Empty<string>());
        page.PageError += (_, fault) => complaints.Add(fault);
        await page.GotoAsync("/");

        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Bots of the fleet" }).GetByRole(AriaRole.Row);
        await Expect(rows.Nth(24)).ToBeVisibleAsync();
        var clock = page.GetByText("bots’ time");
        var before = await clock.Locator("..").InnerTextAsync();
        await Expect(clock.Locator("..")).Not.ToHaveTextAsync(before);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_trader_pauses_a_bot_and_lets_it_go_on()
    {
        var page = await house.AdminAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Table, new() { Name = "Bots of the fleet" }).GetByRole(AriaRole.Link).First.ClickAsync();
        var commands = page.GetByRole(AriaRole.Group, new() { Name = "Commands" });

        await commands.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByText("is paused: exits only")).ToBeVisibleAsync();
        await commands.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();

        await Expect(page.GetByText("is running again")).ToBeVisibleAsync();
        await Expect(commands.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_trader_makes_a_bot_by_the_form_and_is_told_what_is_wrong_first()
    {
        var page = await house.AdminAsync();
        await page.GotoAsync("/#/bots/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Made by hand");
        await page.GetByLabel("Budget").FillAsync("5000");

        await page.GetByRole(AriaRole.Button, new() { Name = "Create and start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        await page.GetByLabel("ETH-USDT", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create and start" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Made by hand" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(BotAddress());
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("#/bots/[0-9a-f-]{36}$")]
    private static partial Regex BotAddress();
}
