using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace BotCluster.Api.Http;

/// <summary>Serves the built page: hashed files for ever, its entry always fresh, and never in place of the API.</summary>
internal static class PageFiles
{
    private const string Entry = "/index.html";
    private const string Hashed = "/assets";

    public static void UsePageFiles(this IApplicationBuilder app, string directory)
    {
        var files = new PhysicalFileProvider(Path.GetFullPath(directory));
        app.Use((context, next) =>
        {
            if (IsPagePath(context.Request, files))
            {
                context.Request.Path = Entry;
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = SetCaching });
    }

    // A page's own routes are answered by its entry; what looks like a file and is none stays missing.
    private static bool IsPagePath(HttpRequest request, PhysicalFileProvider files) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.Value is { } path
        && !request.Path.StartsWithSegments("/api")
        && !Path.HasExtension(path)
        && !files.GetFileInfo(path).Exists;

    private static void SetCaching(StaticFileResponseContext response) =>
        response.Context.Response.Headers.CacheControl = response.Context.Request.Path.StartsWithSegments(Hashed)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
