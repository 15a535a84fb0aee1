#include "store/consoletrouble.h"

#include "store/enginehandle.h"

#include <QRegularExpression>
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
    sqlite3 *sqlite = enginehandle::sqlite(database.driver());
    const int bytes = sqlite3_error_offset(sqlite);
    if (bytes < 0)
        return std::nullopt;
    return QString::fromUtf8(text.toUtf8().first(std::min<qsizetype>(bytes, text.toUtf8().size()))).size();
}

struct Spot
{
    int line = 0; ///< from 0
    int column = 0; ///< 0 where the server shows only a part of a long line
};

/// "ERROR: …\nLINE 2: select titel from\n               ^\n"
std::optional<Spot> spotOf(const QString &message)
{
    static const QRegularExpression picture(u"^(LINE (\\d+): )(.*)\\n( *)\\^"_s, QRegularExpression::MultilineOption);
    const auto match = picture.match(message);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isPart = match.capturedView(3).startsWith("..."_L1);
    const qsizetype column = match.capturedLength(4) - match.capturedLength(1);
    return Spot{match.captured(2).toInt() - 1, isPart ? 0 : int(std::max<qsizetype>(0, column))};
}

qsizetype beginOfLine(const QString &text, int line)
{
    qsizetype at = 0;
    for (; line > 0 && at >= 0; --line)
        at = text.indexOf(u'\n', at) + 1;
    return std::max<qsizetype>(0, at);
}

/// A server's words without its picture of the place, which the console shows itself, and without the code.
QString messageOf(const QSqlError &error)
{
    static const QRegularExpression picture(u"^LINE \\d+:.*\\n.*\\^ *\\n?|\\n\\(\\w{5}\\)\\s*$"_s,
                                            QRegularExpression::MultilineOption);
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
    } else if (const auto spot = spotOf(error.databaseText())) {
        trouble.place
            = statement.from + beginOfLine(statement.text, spot->line - int(before.count(u'\n'))) + spot->column;
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
