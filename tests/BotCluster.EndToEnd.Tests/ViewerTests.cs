using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BotCluster.EndToEnd.Tests;

public sealed class ViewerTests(House house)
{
    private const string Email = "viewer@example.test";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_sees_one_clients_bots_and_can_change_nothing()
    {
        using var admin = await SignedInAsync(house.AdminEmail);
        var clients = (await GetAsync(admin, "clients")).GetProperty("items");
        Assert.Equal(2, clients.GetArrayLength());
        var client = clients[0].GetProperty("id").GetString();
        var added = await admin.PostAsJsonAsync(
            $"clients/{client}/users", new { email = Email, displayName = "Vera Viewer", role = "viewer" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var link = JsonElement.Parse(await added.Content.ReadAsStringAsync(Cancellation)).GetProperty("link").GetString()!;
        var hers = (await GetAsync(admin, $"bots?clientId={client}&limit=1")).GetProperty("items")[0].GetProperty("id").GetString();

        var page = await house.PageOfAsync(await house.ArriveAsync(link, Email));
        await page.GotoAsync($"/#/bots/{hers}");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("Equity").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Commands" })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
        await IsRefusedAsync(hers!, client!);
    }

    private async Task IsRefusedAsync(string bot, string client)
    {
        using var viewer = await SignedInAsync(Email);
        var paused = await viewer.PostAsync(new Uri($"bots/{bot}/pause", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, paused.StatusCode);

        var all = (await GetAsync(viewer, "bots?limit=500")).GetProperty("items").EnumerateArray();
        Assert.All(all, one => Assert.Equal(client, one.GetProperty("clientId").GetString()));
    }

    private async Task<HttpClient> SignedInAsync(string email)
    {
        var http = new HttpClient { BaseAddress = new Uri(house.Address, "/api/v1/") };
        var answer = await http.PostAsJsonAsync("auth/sign-in", new { email, password = House.AdminPassword }, Cancellation);
        answer.EnsureSuccessStatusCode();
        var token = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static async Task<JsonElement> GetAsync(HttpClient http, string path) =>
        JsonElement.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
}
