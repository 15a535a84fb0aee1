#include "cli/commands.h"
#include "cli/exportoptions.h"
#include "cli/news.h"
#include "cli/output.h"
#include "cli/password.h"
#include "jobs/backend.h"
#include "jobs/door.h"
#include "jobs/places.h"
#include "jobs/processes.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QTimer>

using namespace Qt::Literals;

namespace {

using Command = std::function<QCoro::Task<int>(Services)>;
using LoneCommand = std::function<int()>; ///< needs no services

/// What every command is given by the options that all of them share.
struct CommonOptions
{
    std::string database; ///< address or file; empty for the person's own
    std::string contact;
    std::vector<std::string> origins; ///< NAME=URL
    bool paceOff = false;
};

/// Everything the command line can say.
struct Arguments
{
    CommonOptions common;
    std::string text; ///< address, file, words or table
    std::string out;
    std::string explained; ///< key of a title
    ExportOptions written;
    ImportOptions read;
    std::string schema = "schema";
    int limit = 0;
    int words = 10;
    bool onlyList = false;
    bool json = false;
    bool asSchema = false;
    int target = -1;
    std::vector<std::string> pair; ///< a key and a page
    door::Missing missing = door::Missing::Make; ///< what only reads has nothing to say of a database that is not there
    Command command;
    LoneCommand loneCommand;
};

QString q(const std::string &text)
{
    return QString::fromStdString(text);
}

void addCrawl(CLI::App &app, Arguments &arguments)
{
    auto *crawl = app.add_subcommand("crawl", "List a gallery, match its titles, fill the tables");
    crawl->add_option("from", arguments.text, "JustWatch address, file of titles, or: sample")->required();
    crawl->add_option("--limit", arguments.limit, "List no more titles than this")->check(CLI::PositiveNumber);
    crawl->add_flag("--only-list", arguments.onlyList, "List the titles, look nothing up");
    crawl->add_flag("--json", arguments.json, "Print the result as JSON");
    crawl->callback([&arguments] {
        arguments.command = [&arguments](Services services) {
            return commands::crawl(services,
                                   {.from = q(arguments.text),
                                    .limit = arguments.limit ? std::optional(arguments.limit) : std::nullopt,
                                    .onlyList = arguments.onlyList,
                                    .json = arguments.json});
        };
    });
    auto *work = app.add_subcommand("work", "Take part in a crawl that was started on this database, from any machine");
    work->add_flag("--json", arguments.json, "Print the result as JSON");
    work->callback([&arguments] {
        arguments.command = [&arguments](Services services) { return commands::work(services, arguments.json); };
    });
    auto *match = app.add_subcommand("match", "Find the articles of an item list; prints it with them");
    match->add_option("file", arguments.text, "Item list (JSON Lines) or CSV")->check(CLI::ExistingFile);
    match->add_option("--out", arguments.out, "Write to this file");
    match->add_option("--explain", arguments.explained, "Print the evidence for the title of this key instead");
    match->callback([&arguments] {
        if (arguments.text.empty() && arguments.explained.empty())
            throw CLI::RequiredError("file or --explain");
        if (!arguments.explained.empty())
            arguments.missing = door::Missing::Refuse;
        arguments.command = [&arguments](Services s) {
            return arguments.explained.empty() ? commands::match(s, q(arguments.text), q(arguments.out))
                                               : commands::explain(s, q(arguments.explained));
        };
    });
}

void addTables(CLI::App &app, Arguments &arguments)
{
    auto *tables
        = app.add_subcommand("tables", "The tables and their sizes, or one table's columns, keys and constraints");
    tables->add_option("table", arguments.text, "Table");
    tables->add_flag("--schema", arguments.asSchema,
                     "Print what its rows are like, as JSON Schema; of all without a table");
    tables->callback([&arguments] {
        arguments.missing = door::Missing::Refuse;
        if (arguments.asSchema)
            arguments.loneCommand = [&arguments] { return commands::tableSchema(q(arguments.text)); };
        else
            arguments.command
                = [&arguments](Services services) { return commands::tables(services, q(arguments.text)); };
    });
    auto *status = app.add_subcommand("status", "What is in the database, and what is unfinished");
    status->add_flag("--json", arguments.json, "Print it as JSON");
    status->callback([&arguments] {
        arguments.missing = door::Missing::Refuse;
        arguments.command = [&arguments](Services services) { return commands::status(services, arguments.json); };
    });
}

void addReview(CLI::App &app, Arguments &arguments)
{
    auto *review = app.add_subcommand("review", "Decide what the machine did not dare to");
    auto *what = review->add_option_group("what");
    auto *list = what->add_flag("--list", "Print the titles that wait, the least certain first");
    auto *accept = what->add_option("--accept", arguments.pair,
                                    "Accept PAGE for the title of KEY: a candidate's number, "
                                    "an article's title or address, a Q-id, an IMDb id")
                       ->expected(2)
                       ->type_name("KEY PAGE");
    auto *undo = what->add_option("--undo", arguments.target, "Take this decision back")->type_name("ID");
    auto *history
        = what->add_option("--history", arguments.text, "Print what was decided about a title")->type_name("KEY");
    what->require_option(1);
    review->add_flag("--json", arguments.json, "Print the list as JSON");
    review->callback([&arguments, list, accept, undo, history] {
        arguments.missing = door::Missing::Refuse;
        arguments.command = [&arguments, list, accept, undo, history](Services s) {
            if (accept->count() > 0)
                return commands::reviewAccept(s, q(arguments.pair[0]), q(arguments.pair[1]));
            if (undo->count() > 0)
                return commands::reviewUndo(s, arguments.target);
            if (history->count() > 0)
                return commands::reviewHistory(s, q(arguments.text));
            return commands::reviewList(s, arguments.json && list->count() > 0);
        };
    });
}

void addFiles(CLI::App &app, Arguments &arguments)
{
    auto *write = app.add_subcommand("export", "Write rows, tables or the whole database to files");
    arguments.written.addTo(*write);
    write->callback([&arguments] {
        arguments.missing = door::Missing::Refuse;
        arguments.command
            = [&arguments](Services services) { return commands::exportRows(services, arguments.written.order()); };
    });
    auto *read = app.add_subcommand("import", "Read a whole export into a new database, or a file into a table");
    arguments.read.addTo(*read);
    read->callback([&arguments] {
        arguments.command
            = [&arguments](Services services) { return commands::importRows(services, arguments.read.order()); };
    });
}

commands::MigrateOptions migrateOptions(const Arguments &arguments, const CLI::App &migrate)
{
    using What = commands::MigrateOptions::What;
    const auto has = [&](const char *option) { return migrate.count(option) > 0; };
    return {.database = q(arguments.common.database),
            .what = has("--status") ? What::Status
                : has("--check")    ? What::Check
                : has("--sql")      ? What::Sql
                                    : What::Go,
            .target = arguments.target < 0 ? std::nullopt : std::optional(arguments.target),
            .isDown = has("--down")};
}

void addDatabases(CLI::App &app, Arguments &arguments)
{
    auto *migrate = app.add_subcommand("migrate", "Bring the database to the newest version, or to another");
    auto *what = migrate->add_option_group("what");
    what->add_flag("--status", "Say which steps it has, and which are to do");
    what->add_flag("--check", "Compare it with the model, column by column; changes nothing");
    what->add_flag("--sql", "Print the SQL without running it");
    what->require_option(0, 1);
    auto *to = migrate->add_option("--to", arguments.target, "Bring it up to this version");
    auto *down = migrate->add_option("--down", arguments.target, "Take it back to this version")->excludes(to);
    for (auto *option : {to, down})
        option->check(CLI::NonNegativeNumber);
    auto *draft = migrate->add_subcommand("new", "Write the next migration: from the last one to schema/movie_db.json");
    draft->add_option("message", arguments.text, "What it is for, in words")->required();
    draft->add_option("--schema", arguments.schema, "Folder of movie_db.json and migrations")->capture_default_str();
    migrate->callback([&arguments, migrate, draft] {
        if (draft->parsed())
            arguments.loneCommand
                = [&arguments] { return commands::newMigration(q(arguments.schema), q(arguments.text)); };
        else
            arguments.loneCommand
                = [options = migrateOptions(arguments, *migrate)] { return commands::migrate(options); };
    });
    auto *databases = app.add_subcommand("databases", "The databases that have a name for --db, or name one");
    auto *name = databases->add_option("name", arguments.text, "Name");
    auto *address = databases->add_option("address", arguments.out, "Its address, without a password");
    auto *remove
        = databases->add_flag("--remove", "Forget the name; the database stays")->needs(name)->excludes(address);
    databases->callback([&arguments, name, address, remove] {
        if (name->count() > 0 && address->count() == 0 && remove->count() == 0)
            throw CLI::RequiredError("address");
        arguments.loneCommand = [&arguments] { return commands::databases(q(arguments.text), q(arguments.out)); };
    });
}

void addSearches(CLI::App &app, Arguments &arguments)
{
    auto *pages = app.add_subcommand("search-pages", "Search Wikipedia");
    auto *movies = app.add_subcommand("search-movies", "Search Wikipedia for movies only");
    for (auto *search : {pages, movies}) {
        search->add_option("words", arguments.text, "What to search for")->required();
        search->add_option("--limit", arguments.words, "Pages to ask for")
            ->check(CLI::Range(1, 100))
            ->capture_default_str();
    }
    pages->callback([&arguments] {
        arguments.command
            = [&arguments](Services s) { return commands::searchPages(s, q(arguments.text), arguments.words); };
    });
    movies->callback([&arguments] {
        arguments.command
            = [&arguments](Services s) { return commands::searchMovies(s, q(arguments.text), arguments.words); };
    });
    auto *providers = app.add_subcommand("providers", "The providers that JustWatch knows in a country");
    providers->add_option("country", arguments.text, "Country (US, GB, …)")->required();
    providers->callback([&arguments] {
        arguments.command
            = [&arguments](Services services) { return commands::providers(services, q(arguments.text)); };
    });
}

void addCommon(CLI::App &app, CommonOptions &common)
{
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--db", common.database,
                   "Database: sqlite:///…, postgresql://…, a file, or a name of the settings; your own without it");
    app.add_option("--contact", common.contact, "E-mail or page of who runs this, for the User-Agent");
    app.add_option("--origin", common.origins, "Ask another address: NAME=URL");
    app.add_flag("--pace-off", common.paceOff, "No pause between requests; for origins on this machine only");
    app.set_version_flag("--version", CINETECA_VERSION);
    app.footer(
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 paused by Ctrl-C (start again to go on), 130 stopped at once.");
}

Backend::Options optionsOf(const CommonOptions &common)
{
    QStringList origins;
    for (const std::string &origin : common.origins)
        origins.append(q(origin));
    return {.database = q(common.database),
            .contact = common.contact.empty() ? places::contact() : q(common.contact),
            .origins = origins,
            .pace = common.paceOff ? politeness::PaceLimit::Off : politeness::PaceLimit::On};
}

int run(const Arguments &arguments)
{
    if (arguments.loneCommand)
        return arguments.loneCommand();
    auto options = optionsOf(arguments.common);
    const auto database = places::databaseOf(options.database);
    if (!database)
        return output::fail(database.error());
    const door::Person person{.password = password::ask, .hears = output::tell};
    const auto way = QCoro::waitFor(door::find(*database, person, arguments.missing));
    if (!way && way.error().kind == Error::Kind::Missing && options.database.isEmpty())
        output::tell(u"Nothing was crawled yet. Try: cineteca-cli crawl sample"_s);
    if (!way)
        return output::fail(way.error());
    options.database = *way;
    const auto backend = Backend::make(options);
    if (!backend)
        return output::fail(backend.error());
    const Services services = (*backend)->services();
    news::follow(services.database);
    if (const auto opened = QCoro::waitFor(services.database.open()))
        news::tell(*opened); // where it is not opened, the command says so
    return QCoro::waitFor(arguments.command(services));
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    places::nameApplication();
    CLI::App app("Turns a streaming provider's gallery into a movie database.", "cineteca-cli");
    Arguments arguments;
    addCommon(app, arguments.common);
    addCrawl(app, arguments);
    addReview(app, arguments);
    addTables(app, arguments);
    addFiles(app, arguments);
    addDatabases(app, arguments);
    addSearches(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? output::Done : output::WrongUsage;
    }
    processes::hidePasswords(argc, argv);
    return run(arguments);
}
