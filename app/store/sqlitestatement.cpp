#include "store/sqlitestatement.h"

#include "store/enginehandle.h"

#include <QDateTime>
#include <QStringEncoder>

#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestUtf8 = 3; // bytes for one of QString's units

SqlStatement::Failure failureOf(sqlite3 *connection)
{
    return {.code = QString::number(sqlite3_extended_errcode(connection)),
            .text = QString::fromUtf8(sqlite3_errmsg(connection))};
}

SqlStatement::Failure misuse(const QString &text)
{
    return {.code = QString::number(SQLITE_MISUSE), .text = text};
}

const QString *textIn(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? static_cast<const QString *>(value.constData()) : nullptr;
}

/// Bytes for all texts among the values, however they are written.
qsizetype roomFor(const QVariantList &values)
{
    qsizetype units = 0;
    for (const QVariant &value : values) {
        if (const QString *text = textIn(value))
            units += text->size();
    }
    return units * LongestUtf8;
}

/// The text of a value that SQLite has no type for.
QByteArray written(const QVariant &value)
{
    const QString text
        = value.typeId() == QMetaType::QDateTime ? value.toDateTime().toString(Qt::ISODateWithMs) : value.toString();
    return text.isNull() ? QByteArray() : text.toUtf8();
}

}

void SqliteStatement::Finalizing::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3_stmt *statement)
    : m_statement(statement)
{
}

SqlStatement::Prepared SqliteStatement::prepare(const QSqlDatabase &database, const QString &sql)
{
    sqlite3 *connection = enginehandle::sqlite(database.driver());
    if (!connection)
        return std::unexpected(misuse(u"The connection is not open."_s));
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    const char *rest = nullptr;
    const int done = sqlite3_prepare_v3(connection, text.constData(), int(text.size() + 1), SQLITE_PREPARE_PERSISTENT,
                                        &prepared, &rest);
    std::unique_ptr<SqliteStatement> statement(new SqliteStatement(prepared));
    if (done != SQLITE_OK)
        return std::unexpected(failureOf(connection));
    if (!prepared || !QByteArrayView(rest).trimmed().isEmpty())
        return std::unexpected(misuse(u"This is not one statement."_s));
    return statement;
}

bool SqliteStatement::run(const QVariantList &values)
{
    m_failure.reset();
    m_values = values;
    if (!bindAll())
        return false;
    step();
    m_affected = sqlite3_changes(sqlite3_db_handle(m_statement.get()));
    return !m_failure;
}

bool SqliteStatement::next()
{
    if (m_place == Place::Ahead)
        m_place = Place::On;
    else if (m_place == Place::On)
        step();
    return m_place == Place::On;
}

void SqliteStatement::finish()
{
    sqlite3_reset(m_statement.get()); // repeats an error that was told
    m_values.clear();
    m_texts.clear();
    m_place = Place::Before;
}

void SqliteStatement::step()
{
    const int done = sqlite3_step(m_statement.get());
    if (done == SQLITE_ROW) {
        m_place = m_place == Place::Before ? Place::Ahead : Place::On;
        return;
    }
    if (done != SQLITE_DONE)
        m_failure = failureOf(sqlite3_db_handle(m_statement.get()));
    sqlite3_reset(m_statement.get()); // or it would hold its snapshot
    m_place = Place::After;
}

bool SqliteStatement::bindAll()
{
    if (m_values.size() != sqlite3_bind_parameter_count(m_statement.get())) {
        m_failure = misuse(u"The statement takes another number of values."_s);
        return false;
    }
    m_texts.resizeForOverwrite(roomFor(m_values));
    char *room = m_texts.data();
    for (int i = 0; i < m_values.size(); ++i) {
        if (bind(i + 1, std::as_const(m_values)[i], room) != SQLITE_OK) {
            m_failure = failureOf(sqlite3_db_handle(m_statement.get()));
            return false;
        }
    }
    return true;
}

int SqliteStatement::bind(int place, const QVariant &value, char *&room)
{
    sqlite3_stmt *statement = m_statement.get();
    switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
    case QMetaType::UnknownType:
        return sqlite3_bind_null(statement, place);
    case QMetaType::QString:
        return bindText(place, *textIn(value), room);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(statement, place, value.toLongLong());
    case QMetaType::Double:
        return sqlite3_bind_double(statement, place, value.toDouble());
    case QMetaType::QByteArray: {
        const auto *bytes = static_cast<const QByteArray *>(value.constData());
        const char *data = bytes->isNull() ? nullptr : bytes->constData(); // which is NULL
        return sqlite3_bind_blob64(statement, place, data, sqlite3_uint64(bytes->size()), SQLITE_STATIC);
    }
    default: {
        const QByteArray text = written(value);
        const char *data = text.isNull() ? nullptr : text.constData();
        return sqlite3_bind_text64(statement, place, data, sqlite3_uint64(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    }
}

int SqliteStatement::bindText(int place, const QString &text, char *&room)
{
    if (text.isNull())
        return sqlite3_bind_null(m_statement.get(), place);
    QStringEncoder encode(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *begin = room;
    room = encode.appendToBuffer(room, text);
    return sqlite3_bind_text64(m_statement.get(), place, begin, sqlite3_uint64(room - begin), SQLITE_STATIC,
                               SQLITE_UTF8);
}

QVariant SqliteStatement::value(int column) const
{
    sqlite3_stmt *statement = m_statement.get();
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        return QByteArray(bytes, sqlite3_column_bytes(statement, column));
    }
    case SQLITE_NULL:
        return QVariant(QMetaType::fromType<QString>()); // as Qt's driver has it
    default: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
    }
    }
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

int SqliteStatement::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

QStringList SqliteStatement::names() const
{
    QStringList names;
    for (int i = 0; i < columns(); ++i)
        names.append(QString::fromUtf8(sqlite3_column_name(m_statement.get(), i)));
    return names;
}
