using ChatLeads.Channels.Telegram;
using Microsoft.Extensions.Logging.Abstractions;
using Telegram.Bot.Types;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class UpdateBatchTests
{
    [Fact]
    public async Task All_before_the_offset_is_taken_and_the_rest_comes_again()
    {
        var batch = new UpdateBatch((update, _) => update.Id == 12 ? throw new InvalidOperationException() : Task.CompletedTask, NullLogger.Instance);
        Assert.Equal((12, false), await batch.Take([Update(13, 1), Update(11, 1), Update(12, 2), Update(14, 2)], default));
        Assert.Equal((12, true), await batch.Take([Update(11, 1)], default));
    }

    [Fact]
    public async Task Later_updates_of_a_chat_wait_for_the_one_that_failed()
    {
        var taken = new List<int>();
        var batch = new UpdateBatch((update, _) =>
        {
            if (update.Id == 2 && taken.Count < 2)
            {
                taken.Add(0);
                throw new InvalidOperationException();
            }
            taken.Add(update.Id);
            return Task.CompletedTask;
        }, NullLogger.Instance);
        await batch.Take([Update(1, 1), Update(2, 1), Update(3, 1)], default);
        await batch.Take([Update(2, 1), Update(3, 1)], default);
        Assert.Equal([1, 0, 2, 3], taken);
    }

    [Fact]
    public async Task What_was_committed_is_not_taken_again_but_an_id_that_starts_over_is()
    {
        var taken = 0;
        var batch = new UpdateBatch((_, _) => { taken++; return Task.CompletedTask; }, NullLogger.Instance);
        await batch.Take([Update(1, 1)], default);
        Assert.Equal((3, true), await batch.Take([Update(1, 1), Update(2, 1)], default));
        Assert.Equal((3, true), await batch.Take([Update(1, 1), Update(2, 1)], default));
        await batch.Take([Update(1, 7)], default);
        Assert.Equal(3, taken);
    }

    [Fact]
    public async Task While_nothing_succeeds_nothing_is_given_up()
    {
        var batch = new UpdateBatch((_, _) => throw new InvalidOperationException(), NullLogger.Instance);
        for (var i = 0; i < 3 * UpdateBatch.Patience; i++)
            Assert.Equal((1, false), await batch.Take([Update(1, 1), Update(2, 2)], default));
    }

    [Fact]
    public async Task One_that_always_fails_while_others_do_not_is_given_up_in_the_end()
    {
        var batch = new UpdateBatch((update, _) => update.Id == 1 ? throw new InvalidOperationException() : Task.CompletedTask, NullLogger.Instance);
        for (var i = 1; i < UpdateBatch.Patience; i++)
            Assert.Equal((1, false), await batch.Take([Update(1, 1), Update(1 + i, 2)], default));
        Assert.Equal((1001, true), await batch.Take([Update(1, 1), Update(1000, 2)], default));
    }

    private static Update Update(int id, long chat) => new() { Id = id, Message = new Message { Chat = new Chat { Id = chat } } };
}
