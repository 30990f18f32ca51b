using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;

namespace ChatLeads.Storage;

/// <summary>
/// The one writer of the database. What comes in while a commit is under way shares the next one, so that the disk is
/// waited for once a group; no caller goes on before its commit. On a thread of its own, with a connection that stays open.
/// </summary>
public sealed class DbWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly BlockingCollection<Work> queue = [];
    private readonly IDbContextFactory<ChatLeadsDb> databases;
    private readonly Thread thread;

    public DbWriter(IDbContextFactory<ChatLeadsDb> databases)
    {
        this.databases = databases;
        thread = new Thread(Run) { IsBackground = true, Name = "database writer" };
        thread.Start();
    }

    /// <summary>
    /// Does <paramref name="work"/> inside a transaction and completes after its commit. It may be run a second time, after a
    /// neighbour in the group failed; its changes are saved for it.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The program is stopping.</exception>
    public Task<T> Write<T>(Func<ChatLeadsDb, T> work)
    {
        var item = new Work<T>(work);
        try
        {
            queue.Add(item);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(DbWriter));
        }
        return item.Task;
    }

    public Task Write(Action<ChatLeadsDb> work) => Write(db => { work(db); return true; });

    /// <summary>Finishes what was handed in.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    private void Run()
    {
        using var db = databases.CreateDbContext();
        var group = new List<Work>(LargestGroup);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < LargestGroup && queue.TryTake(out var next))
                group.Add(next);
            Commit(db, group);
            group.Clear();
        }
    }

    private static void Commit(ChatLeadsDb db, List<Work> group)
    {
        var failure = TryCommit(db, group);
        if (failure is null)
            group.ForEach(work => work.Committed());
        else if (group is [var only])
            only.Failed(failure);
        else
            foreach (var work in group)
                Commit(db, [work]);
    }

    private static Exception? TryCommit(ChatLeadsDb db, List<Work> group)
    {
        try
        {
            if (db.Database.GetDbConnection().State != ConnectionState.Open)
                db.Database.OpenConnection();
            using var transaction = db.Database.BeginTransaction();
            foreach (var work in group)
                work.Do(db);
            db.SaveChanges();
            transaction.Commit();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private abstract class Work
    {
        public abstract void Do(ChatLeadsDb db);
        public abstract void Committed();
        public abstract void Failed(Exception failure);
    }

    private sealed class Work<T>(Func<ChatLeadsDb, T> work) : Work
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;

        public Task<T> Task => done.Task;

        public override void Do(ChatLeadsDb db) => result = work(db);
        public override void Committed() => done.SetResult(result);
        public override void Failed(Exception failure) => done.SetException(failure);
    }
}
