using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Clients;

/// <summary>The people of a client, as its admins see and change them.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/clients/{id:guid}/users").WithTags("Clients");

        users.MapGet("", ListUsers).WithName("listUsers");
        users.MapPost("", Add).WithName("addUser").WithMetadata(new Idempotent());
        users.MapPatch("/{userId:guid}", ChangeRole).WithName("changeRole");
        users.MapDelete("/{userId:guid}", Remove).WithName("removeUser");
    }

    private static async Task<Results<Ok<Page<User>>, Refusal>> ListUsers(
        Guid id,
        [Range(1, Page<User>.LargestLimit)] int? limit,
        string? cursor,
        Caller caller,
        Doors doors,
        MemberStore members,
        Cursors cursors,
        CancellationToken cancellationToken)
    {
        var list = $"users:{id}";
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal)
            || !cursors.TryOpen(list, cursor, out var place, out refusal))
        {
            return refusal;
        }

        var size = limit ?? Page<User>.DefaultLimit;
        var found = await members.ListAsync(client.Id, place, size + 1, cancellationToken);
        var next = found.Count > size ? cursors.Seal(list, found[size - 1].Email) : null;
        return TypedResults.Ok(new Page<User>([.. found.Take(size).Select(User.Of)], next));
    }

    private static async Task<Results<Created<NewUser>, Refusal>> Add(
        Guid id, Body<UserRequest> body, Caller caller, Doors doors, UserDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        if ((await desk.AddAsync(client.Id, body.Value, cancellationToken)).IsRefused(out var added, out refusal))
        {
            return refusal;
        }

        note.Subject = added.User.Id.ToString();
        note.Details["role"] = body.Value.Role.ToString();
        return TypedResults.Created($"{ApiPipeline.Root}/clients/{id}/users/{added.User.Id}", added);
    }

    private static async Task<Results<Ok<User>, Refusal>> ChangeRole(
        Guid id, Guid userId, Body<RoleRequest> body, Caller caller, Doors doors, UserDesk desk, AuditNote note,
        CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        note.Subject = userId.ToString();
        note.Details["role"] = body.Value.Role.ToString();
        return (await desk.ChangeRoleAsync(client.Id, userId, body.Value.Role, cancellationToken)).Ok(user => user);
    }

    private static async Task<Results<NoContent, Refusal>> Remove(
        Guid id, Guid userId, Caller caller, Doors doors, UserDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        note.Subject = userId.ToString();
        return await desk.RemoveAsync(client.Id, userId, cancellationToken) is { } refused ? refused : TypedResults.NoContent();
    }
}
