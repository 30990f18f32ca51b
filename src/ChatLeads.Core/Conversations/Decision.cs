using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Conversations;

/// <summary>One thing that came in, with what was read out of it.</summary>
/// <param name="MessageId">Its id in the transcript: what facts quote.</param>
/// <param name="Reading">For <see cref="TextSent"/>; <see cref="Reading.Nothing"/> otherwise.</param>
/// <param name="Channel">Where it was said: part of the proof of consent.</param>
public sealed record Said(
    string MessageId,
    Incoming Content,
    Reading Reading,
    string Channel = "webchat");

/// <summary>What follows from it (law 1): the new state, what to say and what to do.</summary>
public sealed record Decision(
    ConversationState State,
    IReadOnlyList<Reply> Replies,
    IReadOnlyList<Effect> Effects);
