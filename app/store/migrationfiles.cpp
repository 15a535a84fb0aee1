#include "store/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::Literals;
using migrations::Migration;

namespace {

Result<QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Storage, u"A migration is missing."_s, path);
    return QString::fromUtf8(file.readAll());
}

/// "0001_name.sqlite.sql"
Result<Migration> readStep(const QDir &folder, const QString &fileName)
{
    const auto sql = textOf(folder.filePath(fileName));
    const auto down = textOf(folder.filePath(fileName.chopped(3) + u"down.sql"_s));
    if (!sql || !down)
        return std::unexpected(sql ? down.error() : sql.error());
    return Migration{.number = fileName.left(4).toInt(),
                     .name = fileName.section(u'.', 0, 0).sliced(5),
                     .sql = *sql,
                     .down = *down,
                     .checksum = migrations::checksum(*sql)};
}

}

QStringList migrations::statements(const QString &sql)
{
    static const QRegularExpression end(u";[ \\t]*\\n\\s*\\n|;\\s*$"_s);
    QStringList parts = sql.split(end, Qt::SkipEmptyParts);
    // Qt takes a server that answers nothing to a comment for one that went away.
    parts.removeIf([](const QString &part) { return normalised(part).isEmpty(); });
    return parts;
}

QString migrations::normalised(const QString &sql)
{
    static const QRegularExpression part(
        u"('(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")|--[^\\n]*|/\\*.*?\\*/|\\s+|[^'\"\\s/-]+|."_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString plain;
    bool isApart = false;
    for (const auto &match : part.globalMatch(sql)) {
        const QStringView text = match.capturedView();
        if (text.startsWith("--"_L1) || text.startsWith("/*"_L1) || text.front().isSpace()) {
            isApart = true;
            continue;
        }
        if (isApart && !plain.isEmpty())
            plain += u' ';
        isApart = false;
        plain += text;
    }
    return plain;
}

QByteArray migrations::checksum(const QString &sql)
{
    return QCryptographicHash::hash(normalised(sql).toUtf8(), QCryptographicHash::Sha256).toHex();
}

Result<QList<Migration>> migrations::read(const QString &path, Connection::Engine engine)
{
    const QString pattern = engine == Connection::Engine::SQLite ? u"*.sqlite.sql"_s : u"*.postgresql.sql"_s;
    const QDir folder(path);
    QList<Migration> steps;
    for (const QString &name : folder.entryList({pattern}, QDir::Files, QDir::Name)) {
        auto step = readStep(folder, name);
        if (!step)
            return std::unexpected(step.error());
        steps.append(*std::move(step));
    }
    return steps;
}

Result<QList<Migration>> migrations::known(Connection::Engine engine)
{
    return read(u":/schema/migrations"_s, engine);
}
