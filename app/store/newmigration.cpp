#include "store/newmigration.h"

#include "store/drift.h"
#include "store/migrating.h"
#include "store/modelsql.h"
#include "store/opening.h"
#include "store/renameline.h"
#include "store/sql.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::Literals;
using evolution::Renames;
using model::Model;
using newmigration::Written;
using Engine = Connection::Engine;

namespace {

/// Where the last migration leads.
struct Present
{
    int version = 0;
    Model model;
    QMap<QString, QStringList> triggers; ///< written by hand, by table
    bool isAsWanted = false;
};

/// A migration to be written.
struct Draft
{
    QString path; ///< without ".sqlite.sql"
    QString message;
    const Present &present;
    const Model &wanted;
    Renames renames;
};

Result<Model> readModel(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Missing, u"There is no model %1: call this in the sources' folder."_s.arg(path));
    return model::read(file.readAll());
}

Result<Present> lookAt(Connection &connection, const QList<migrations::Migration> &known, const Model &wanted)
{
    Present present{.version = known.isEmpty() ? 0 : known.constLast().number};
    const auto gone = migrating::go(connection, {.known = known, .model = wanted, .target = present.version});
    if (!gone)
        return std::unexpected(gone.error());
    const auto differences = drift::between(connection, wanted);
    auto model = evolution::reflected(connection, wanted);
    auto triggers = evolution::triggersByHand(connection);
    if (!differences || !model || !triggers)
        return std::unexpected(!differences ? differences.error() : !model ? model.error() : triggers.error());
    present.isAsWanted = differences->isEmpty();
    present.model = *std::move(model);
    present.triggers = *std::move(triggers);
    return present;
}

/// The migrations so far, run on a database in memory.
Result<Present> present(const QString &folder, const Model &wanted)
{
    const auto known = migrations::read(folder, Engine::SQLite);
    if (!known)
        return std::unexpected(known.error());
    const QString name = QUuid::createUuid().toString();
    auto found = opening::openAsItIs(u":memory:"_s, name).and_then([&](const std::unique_ptr<Connection> &connection) {
        return lookAt(*connection, *known, wanted);
    });
    QSqlDatabase::removeDatabase(name);
    return found;
}

/// "Add the budget's source!" is add_the_budget_s_source.
QString wordsOf(const QString &message)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    return message.toLower().replace(other, u" "_s).trimmed().replace(u' ', u'_');
}

QString fileName(int number, const QString &message)
{
    return u"%1_%2"_s.arg(number, 4, 10, QChar(u'0')).arg(wordsOf(message));
}

Result<> save(const QString &path, const QString &head, const Renames &renames, const QStringList &lost,
              const QStringList &statements)
{
    QSaveFile file(path);
    QString text = u"-- %1\n"_s.arg(head) + renameline::of(renames);
    if (!lost.isEmpty())
        text += u"-- DESTRUCTIVE: loses %1.\n"_s.arg(lost.join(u", "));
    text += statements.isEmpty() ? u"\n-- Nothing to do for this engine.\n"_s
                                 : u'\n' + statements.join(u";\n\n") + u";\n";
    if (file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit())
        return {};
    return fail(Error::Kind::Storage, u"The migration cannot be written."_s, path + u": "_s + file.errorString());
}

Result<QStringList> save(const Draft &draft, Engine engine)
{
    const QString path = draft.path + (engine == Engine::SQLite ? u".sqlite"_s : u".postgresql"_s);
    const Renames back = evolution::backwards(draft.renames);
    const Model &before = draft.present.model;
    QStringList files{path + u".sql"_s, path + u".down.sql"_s};
    return save(files[0], draft.message, draft.renames, evolution::lost(before, draft.wanted, draft.renames),
                evolution::statements(before, draft.wanted, draft.renames, engine, draft.present.triggers))
        .and_then([&] {
            return save(files[1], u"Takes back: "_s + draft.message, back, evolution::lost(draft.wanted, before, back),
                        evolution::statements(draft.wanted, before, back, engine, draft.present.triggers));
        })
        .transform([&] { return files; });
}

/// Those of new tables: SQL of each engine's own.
QStringList triggersToWrite(const Model &before, const Model &after)
{
    QStringList names;
    for (const model::Table &table : after.tables) {
        const model::Table *old = before.table(table.name);
        for (const QString &name : modelsql::triggerNames(table, Engine::SQLite)) {
            if (!modelsql::generatedTriggers(table.name, Engine::SQLite).contains(name)
                && !(old && modelsql::triggerNames(*old, Engine::SQLite).contains(name)))
                names.append(name);
        }
    }
    return names;
}

}

Result<Written> newmigration::write(const QString &schema, const QString &message, const evolution::Ask &ask)
{
    if (wordsOf(message).isEmpty())
        return fail(Error::Kind::Invalid, u"Say in words of letters what the migration is for."_s, message);
    const QDir folder(schema);
    const auto wanted = readModel(folder.filePath(u"movie_db.json"_s));
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto now = present(folder.filePath(u"migrations"_s), *wanted);
    if (!now)
        return std::unexpected(now.error());
    if (now->isAsWanted)
        return Written{};
    const auto renames = evolution::askForRenames(now->model, *wanted, ask);
    if (!renames)
        return std::unexpected(renames.error());
    if (const QStringList faults = evolution::impossible(now->model, *wanted, *renames); !faults.isEmpty())
        return fail(Error::Kind::Invalid, u"The model asks for what no migration can do."_s, faults.join(u'\n'));
    const Draft draft{.path = folder.filePath(u"migrations/"_s + fileName(now->version + 1, message)),
                      .message = message.simplified(),
                      .present = *now,
                      .wanted = *wanted,
                      .renames = *renames};
    Written written{.lost = evolution::lost(now->model, *wanted, *renames),
                    .byHand = triggersToWrite(now->model, *wanted)};
    return sql::each(
               QList{Engine::SQLite, Engine::PostgreSQL},
               [&](Engine engine) {
                   return save(draft, engine).transform([&](const QStringList &files) { written.files += files; });
               })
        .transform([&] { return written; });
}
