using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Benchmarks.Turns;

/// <summary>One writer with one context and one connection; up to so many turns share a commit.</summary>
internal sealed class BareStore : IDisposable
{
    private readonly BlockingCollection<(string Conversation, string Said, string Answer, TaskCompletionSource Done)> queue = [];
    private readonly Thread writer;

    public BareStore(string file, int largestGroup)
    {
        writer = new Thread(() => Write(file, largestGroup));
        writer.Start();
    }

    public Task Commit(string conversation, string said, string answer)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add((conversation, said, answer, done));
        return done.Task;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        writer.Join();
        queue.Dispose();
    }

    private void Write(string file, int largestGroup)
    {
        using var db = new BareDb(file);
        db.Database.EnsureCreated();
        db.Database.OpenConnection();
        db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        var known = new HashSet<string>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            List<TaskCompletionSource> group = [];
            var turn = first;
            do
            {
                db.Messages.Add(new BareMessage { Conversation = turn.Conversation, Text = turn.Said });
                db.Messages.Add(new BareMessage { Conversation = turn.Conversation, Text = turn.Answer });
                var state = new BareState { Conversation = turn.Conversation, Json = $$"""{"last":"{{turn.Said}}"}""" };
                if (known.Add(turn.Conversation))
                    db.States.Add(state);
                else
                    db.States.Update(state);
                group.Add(turn.Done);
            }
            while (group.Count < largestGroup && queue.TryTake(out turn));
            db.SaveChanges();
            db.ChangeTracker.Clear();
            group.ForEach(done => done.SetResult());
        }
    }

    private sealed class BareDb(string file) : DbContext
    {
        public DbSet<BareMessage> Messages => Set<BareMessage>();
        public DbSet<BareState> States => Set<BareState>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={file}");
    }

    private sealed class BareMessage
    {
        public int Id { get; set; }
        public string Conversation { get; set; } = "";
        public string Text { get; set; } = "";
    }

    private sealed class BareState
    {
        [System.ComponentModel.DataAnnotations.Key]
        public string Conversation { get; set; } = "";
        public string Json { get; set; } = "";
    }
}
