using BotCluster.Ledger.Migrations;
using BotCluster.Testing;
using Dapper;
using Npgsql;

namespace BotCluster.Ledger.Tests.Migrations;

public class MigratorTests(PostgresFixture postgres)
{
    private static readonly Migration First = new(1, "first", "create table one (id int)", "drop table one");
    private static readonly Migration Second = new(2, "second", "create table two (id int)", "drop table two");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_up_down_to_nothing_and_up_again_to_the_same_shape()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);
        var migrator = new Migrator(database.Source, MigrationSet.OfTheProgram);
        var empty = await ShapeAsync(database.Source);

        var up = await migrator.UpAsync(Token);
        var first = await ShapeAsync(database.Source);
        var down = await migrator.DownAsync(0, Token);
        var back = await ShapeAsync(database.Source);
        await migrator.UpAsync(Token);
        var second = await ShapeAsync(database.Source);

        Assert.Equal(MigrationSet.OfTheProgram.Newest, up.Count);
        Assert.Equal(up.Reverse(), down);
        Assert.Empty(empty);
        Assert.DoesNotContain(back, line => !line.Contains("schema_migrations", StringComparison.Ordinal));
        Assert.True(first.Count > 50);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Each_step_back_leaves_the_shape_of_the_step_before()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);
        var shapes = new List<IReadOnlyList<string>>();
        foreach (var known in MigrationSet.OfTheProgram.All)
        {
            var upToHere = new MigrationSet(MigrationSet.OfTheProgram.All.Take(known.Number));
            await new Migrator(database.Source, upToHere).UpAsync(Token);
            shapes.Add(await ShapeAsync(database.Source));
        }

        var migrator = new Migrator(database.Source, MigrationSet.OfTheProgram);
        for (var number = shapes.Count - 1; number >= 1; number--)
        {
            await migrator.DownAsync(number, Token);
            Assert.Equal(shapes[number - 1], await ShapeAsync(database.Source));
        }
    }

    [Fact]
    public async Task Applies_a_step_once()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);
        var migrator = new Migrator(database.Source, new MigrationSet([First]));

        Assert.Equal(["0001_first"], await migrator.UpAsync(Token));
        Assert.Empty(await migrator.UpAsync(Token));
    }

    [Fact]
    public async Task Takes_turns_with_another_program_that_starts_at_the_same_time()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => new Migrator(database.Source, new MigrationSet([First, Second])).UpAsync(Token)));

        Assert.Equal(2, both.Sum(applied => applied.Count));
    }

    [Fact]
    public async Task Refuses_a_step_that_was_edited_after_it_was_applied_and_names_it()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);
        await new Migrator(database.Source, new MigrationSet([First])).UpAsync(Token);
        var edited = new MigrationSet([First with { Up = "create table one (id bigint)" }]);

        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(
            () => new Migrator(database.Source, edited).UpAsync(Token));

        Assert.Contains("0001_first", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_database_of_a_newer_program_and_names_its_version()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);
        await new Migrator(database.Source, new MigrationSet([First, Second])).UpAsync(Token);

        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(
            () => new Migrator(database.Source, new MigrationSet([First])).UpAsync(Token));

        Assert.Contains("version 2 (second)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync(Token);
        var broken = new Migration(2, "broken", "create table two (id int); select nonsense", "select 1");

        var refused = await Assert.ThrowsAsync<MigrationRefusedException>(
            () => new Migrator(database.Source, new MigrationSet([First, broken])).UpAsync(Token));

        Assert.Contains("0002_broken", refused.Message, StringComparison.Ordinal);
        var tables = await QueryAsync(database.Source, "select tablename from pg_tables where schemaname = 'public' order by 1");
        Assert.Equal(["one", "schema_migrations"], tables);
    }

    [Fact]
    public void Refuses_a_set_with_a_gap() =>
        Assert.Throws<InvalidOperationException>(() => new MigrationSet([First, Second with { Number = 3 }]));

    // Everything a query or a write could notice: columns, constraints, indexes, functions, triggers, storage settings.
    private static Task<IReadOnlyList<string>> ShapeAsync(NpgsqlDataSource source) => QueryAsync(source, """
        select line from (
            select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
            from information_schema.columns where table_schema = 'public'
            union all
            select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where connamespace = 'public'::regnamespace
            union all
            select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
            union all
            select format('function %s', pg_get_functiondef(oid)) from pg_proc where pronamespace = 'public'::regnamespace
            union all
            select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = 'public'::regnamespace and not tgisinternal
            union all
            select format('storage %s %s %s', relname, relkind, reloptions) from pg_class
            where relnamespace = 'public'::regnamespace
        ) shape order by line
        """);

    private static async Task<IReadOnlyList<string>> QueryAsync(NpgsqlDataSource source, string question)
    {
        await using var connection = await source.OpenConnectionAsync(Token);
        return [.. await connection.QueryAsync<string>(question)];
    }
}
