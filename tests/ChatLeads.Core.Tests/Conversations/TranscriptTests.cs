using ChatLeads.Core.Conversations;
using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Conversations;

/// <summary>The conversations of <c>dialogs/tests/transcripts.yaml</c>, read by the real reader.</summary>
public class TranscriptTests
{
    private static readonly Reader Reader = Understanding.Reader.Load(DialogsFolder.Files("understanding")).Reader!;
    private static readonly List<DialogNode> Scenes = [.. DialogNode.Parse(DialogsFolder.File("tests/transcripts.yaml"), []).Items()];

    public static TheoryData<string> Names => [.. Scenes.Select(scene => scene.Require("scene").Text())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bot_does_as_the_transcript_says(string name)
    {
        var scene = Scenes.Single(scene => scene.Require("scene").Text() == name);
        var chat = new Chat();
        foreach (var line in scene.Require("chat").Items())
            Check(line, Say(chat, line.Require("person").Text()));
        if (scene.Get("ends") is not { } ends)
            return;
        Assert.Equal(ends.Require("lead").Flag(), chat.State.IsLead);
        Assert.Equal(ends.Require("temperature").Text(), Standing.Temperature(chat.State, Standing.Score(Chat.Playbook, chat.State, chat.Now)));
    }

    private static Chat Say(Chat chat, string text)
    {
        var firm = Chat.Playbook.Firm;
        var reading = Reader.Read(new ReadRequest(text, chat.State.Asking, firm.Office.Local(chat.Now), firm.Region, firm.Currency, chat.State.Language));
        return chat.Takes(new TextSent(text), reading);
    }

    private static void Check(DialogNode line, Chat chat)
    {
        if (line.Get("asks")?.Text() is { } asks)
            Assert.Equal(asks, chat.Replies[^1].Asking?.Id ?? "nothing");
        foreach (var part in line.Get("says")?.Items() ?? [])
            Assert.Contains(part.Text(), chat.Text, StringComparison.Ordinal);
        foreach (var part in line.Get("not")?.Items() ?? [])
            Assert.DoesNotContain(part.Text(), chat.Text, StringComparison.Ordinal);
    }
}
