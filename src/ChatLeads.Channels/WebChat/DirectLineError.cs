using Microsoft.AspNetCore.Http;

namespace ChatLeads.Channels.WebChat;

/// <summary>A refusal in Direct Line's form, <c>{"error":{"code","message"}}</c>. The codes are the protocol's.</summary>
internal sealed record DirectLineError(int Status, string Code, string Message, TimeSpan? RetryAfter = null) : IResult
{
    public static readonly DirectLineError NoToken = new(401, "MissingProperty", "Send Authorization: Bearer and a token.");
    public static readonly DirectLineError TokenExpired = new(403, "TokenExpired", "The token has expired.");
    public static readonly DirectLineError ForeignToken = new(403, "NotAllowed", "The token is not valid here.");
    public static readonly DirectLineError ForeignOrigin = new(403, "NotAllowed", "Pages of this origin may not chat here.");
    public static readonly DirectLineError OldStream = new(403, "NotAllowed", "A stream URL works once and for 60 seconds: ask for a new one.");
    public static readonly DirectLineError NoConversation = new(404, "NotFound", "There is no such conversation.");
    public static readonly DirectLineError NoSuchOperation = new(404, "NotFound", "There is no such operation.");
    public static readonly DirectLineError TooLong = new(413, "MessageSizeTooBig", "An activity may have at most 262144 characters.");
    public static readonly DirectLineError NoFiles = new(415, "NotSupported", "Files are not accepted: please write instead.");
    public static readonly DirectLineError NotJson = new(415, "NotSupported", "Send JSON, as Content-Type: application/json.");
    public static readonly DirectLineError Stopping = new(503, "ServiceError", "The service is restarting.", TimeSpan.FromSeconds(2));

    public static DirectLineError Malformed(string message) => new(400, "MalformedData", message);

    public static DirectLineError TooMany(TimeSpan retryAfter) => new(429, "TooManyRequests", "Too many requests: slow down.", retryAfter);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAfter is { } after)
            httpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new WireResult<ErrorResponse>(new(new ErrorBody(Code, Message)), WireJson.Default.ErrorResponse, Status).ExecuteAsync(httpContext);
    }
}
