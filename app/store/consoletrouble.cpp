#include "store/consoletrouble.h"

#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

using namespace Qt::Literals;
using console::Trouble;
using consolerun::Place;
using statements::Statement;

namespace {

/// SQLite counts in bytes of UTF-8.
std::optional<qsizetype> offsetOf(const QSqlDatabase &database, const QString &text)
{
    auto *sqlite = *static_cast<sqlite3 *const *>(database.driver()->handle().constData());
    const int bytes = sqlite3_error_offset(sqlite);
    if (bytes < 0)
        return std::nullopt;
    return QString::fromUtf8(text.toUtf8().first(std::min<qsizetype>(bytes, text.toUtf8().size()))).size();
}

/// "ERROR: …\nLINE 2: select titel from\n   ^\n": the line it is in, from 0.
std::optional<int> lineOf(const QString &message)
{
    static const QRegularExpression line(u"^LINE (\\d+):"_s, QRegularExpression::MultilineOption);
    const auto match = line.match(message);
    return match.hasMatch() ? std::optional(match.captured(1).toInt() - 1) : std::nullopt;
}

qsizetype beginOfLine(const QString &text, int line)
{
    qsizetype at = 0;
    for (; line > 0 && at >= 0; --line)
        at = text.indexOf(u'\n', at) + 1;
    return std::max<qsizetype>(0, at);
}

/// A server's words without its picture of the place, which the console shows itself.
QString messageOf(const QSqlError &error)
{
    static const QRegularExpression picture(u"^LINE \\d+:.*\\n.*\\^ *\\n?"_s, QRegularExpression::MultilineOption);
    QString text = error.databaseText();
    text.remove(picture);
    if (text.startsWith("ERROR:"_L1))
        text.remove(0, 6);
    text = text.trimmed();
    return text.isEmpty() ? error.text() : text;
}

}

Trouble consoletrouble::of(const QSqlQuery &query, const Statement &statement, const Place &place,
                           const QString &before)
{
    if (place.stop)
        return stopped(place.stop, statement);
    const QSqlError error = query.lastError();
    Trouble trouble{.message = messageOf(error), .statement = statement, .line = statement.line};
    if (place.engine == Connection::Engine::SQLite) {
        if (const auto offset = offsetOf(place.database, before + statement.text))
            trouble.place = statement.from + std::max<qsizetype>(0, *offset - before.size());
    } else if (const auto line = lineOf(error.databaseText())) {
        trouble.place = statement.from + beginOfLine(statement.text, *line - int(before.count(u'\n')));
    }
    if (trouble.place) {
        const auto above = QStringView(statement.text).first(*trouble.place - statement.from);
        trouble.line += int(above.count(u'\n'));
    }
    return trouble;
}

Trouble consoletrouble::stopped(const ConsoleStop &stop, const Statement &statement)
{
    const bool isTime = stop.why() == ConsoleStop::Why::Time;
    return {.kind = isTime ? Trouble::Kind::TookTooLong : Trouble::Kind::Stopped,
            .message = isTime ? u"It took longer than the time limit allows, and was ended."_s : u"It was stopped."_s,
            .statement = statement,
            .line = statement.line};
}
