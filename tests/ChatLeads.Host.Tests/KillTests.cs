using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ChatLeads.Storage;

namespace ChatLeads.Host.Tests;

/// <summary>The real program, killed without warning.</summary>
public sealed class KillTests : IDisposable
{
    private const int Visitors = 10;
    private const int TurnsEach = 20;

    private readonly string data = Directory.CreateTempSubdirectory("chatleads-").FullName;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly string url = $"http://127.0.0.1:{RealProgram.FreePort()}";

    public void Dispose()
    {
        http.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_200_turns_it_loses_no_acknowledged_message()
    {
        using var program = await Start();
        var visitors = await Task.WhenAll(Enumerable.Range(1, Visitors).Select(Consented));
        var (acknowledged, halfway) = (new System.Collections.Concurrent.ConcurrentBag<string>(), new TaskCompletionSource());
        var talking = visitors.Select((visitor, number) => Task.Run(async () =>
        {
            for (var turn = 0; turn < TurnsEach; turn++)
            {
                var text = $"nota {number}-{turn}";
                if (!await TrySay(visitor, text))
                    return;
                acknowledged.Add(text);
                if (acknowledged.Count >= Visitors * TurnsEach / 2)
                    halfway.TrySetResult();
            }
        })).ToList();
        await Task.WhenAny(halfway.Task, Task.WhenAll(talking));

        program.Kill();
        await Task.WhenAll(talking);
        await program.WaitForExitAsync();

        Assert.InRange(acknowledged.Count, Visitors * TurnsEach / 2, Visitors * TurnsEach);
        using var again = await Start(); // It comes back up on what was left.
        again.Kill();
        await again.WaitForExitAsync();
        using var db = new ChatLeadsDb(SqliteDatabase.Options(Path.Combine(data, "chatleads.db")));
        var stored = db.Messages.Select(message => message.ReplyJson).ToList();
        Assert.All(acknowledged, text => Assert.Contains(stored, json => json.Contains($"\"{text}\"")));
    }

    private Task<Process> Start() => RealProgram.Start(
        data, url, "--ChatLeads:WebChat:MessagesPerMinute", "100000", "--ChatLeads:WebChat:ConversationsPerMinute", "100000");

    /// <summary>A visitor who has agreed to be kept.</summary>
    private async Task<(string Activities, string Token)> Consented(int number)
    {
        var begun = await Post($"{url}/v3/directline/conversations", await Token(), new { });
        var visitor = ($"{url}/v3/directline/conversations/{begun.GetProperty("conversationId").GetString()}/activities", begun.GetProperty("token").GetString()!);
        Assert.True(await TrySay(visitor, $"hola, busco un programa de citas, mi correo es visitante{number}@example.com"));
        Assert.True(await TrySay(visitor, "sí, de acuerdo"));
        return visitor;
    }

    private async Task<string> Token() =>
        (await Post($"{url}/v3/directline/tokens/generate", null, new { })).GetProperty("token").GetString()!;

    private async Task<bool> TrySay((string Activities, string Token) visitor, string text)
    {
        try
        {
            var answer = await Post(visitor.Activities, visitor.Token, new { type = "message", text, from = new { id = "visitor" }, locale = "es" });
            return answer.TryGetProperty("id", out _);
        }
        catch (HttpRequestException)
        {
            return false; // Killed.
        }
    }

    private async Task<JsonElement> Post(string address, string? token, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
