using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLeads.Channels.WebChat;

/// <summary>What goes wrong below an endpoint, in the protocol's form.</summary>
internal static class Failures
{
    /// <summary>An endpoint filter around all others.</summary>
    public static async ValueTask<object?> Report(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        try
        {
            return await next(invocation);
        }
        catch (BadHttpRequestException error)
        {
            return new DirectLineError(error.StatusCode, "MalformedData", "The request could not be read.");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty; // nobody is there to read an answer
        }
        catch (OperationCanceledException)
        {
            return DirectLineError.Stopping;
        }
        catch (Exception error)
        {
            // Never the exception's own message: it may quote what a visitor wrote.
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures))
                .LogError("{Method} {Route} failed: {Error}{Place}", context.Request.Method, context.GetEndpoint()?.DisplayName, error.GetType().Name, Place(error));
            return new DirectLineError(500, "ServiceError", "Something went wrong here; please try again.");
        }
    }

    private static string Place(Exception error) => $"{Environment.NewLine}{error.StackTrace}";
}
