#include "store/pasting.h"

#include "store/typed.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using model::Column;
using model::Table;
using pasting::Block;
using pasting::Names;
using pasting::Preview;
using pasting::Unknown;
using records::Cell;
using records::Record;
using records::Values;

namespace {

/// The column that a header means, or an empty name.
QString columnFor(const Table &table, const QString &header)
{
    const QString name = header.trimmed().toLower().replace(u' ', u'_');
    for (const QString &wanted : {name, QString(name + u"_id"_s)}) {
        const Column *column = table.column(wanted);
        const bool isForPeople = column && column->editedBy == model::Editor::Person;
        if (isForPeople && (wanted == name || column->references))
            return wanted;
    }
    return table.primaryKey.size() == 1 && table.primaryKey.constFirst() == name ? name : QString();
}

/// Reads the lines one after the other.
class Previewing
{
public:
    Previewing(const Table &table, const Block &block, const Names &names, Unknown unknown, const QLocale &locale)
        : m_table(table)
        , m_block(block)
        , m_names(names)
        , m_unknown(unknown)
        , m_locale(locale)
    {
    }

    void read(int line, const std::optional<Record> &row)
    {
        Values values;
        bool isGood = true;
        for (qsizetype i = 0; i < m_block.columns.size(); ++i) {
            const QString &name = m_block.columns[i];
            if (name.isEmpty() || m_table.primaryKey == QStringList{name})
                continue;
            const QString text = m_block.lines[line].value(i);
            if (text.isNull())
                continue; // the line says nothing of it
            const auto checked = check(*m_table.column(name), text);
            if (!checked.isFine() || !checked.notice.isEmpty())
                (checked.isFine() ? m_preview.notices : m_preview.faults)
                    .append({m_block.places.value(line, line), name, text,
                             checked.isFine() ? checked.notice : checked.fault});
            isGood = isGood && checked.isFine();
            if (checked.isFine())
                values.insert(name, checked.value);
        }
        if (row)
            change(*row, values);
        else if (!isGood || !insert(line, values))
            ++m_preview.notMade;
    }

    Preview take()
    {
        forgetUnused();
        return std::move(m_preview);
    }

private:
    typed::Checked check(const Column &column, const QString &text)
    {
        return column.references && !text.trimmed().isEmpty() ? reference(column, text.trimmed())
                                                              : typed::read(m_table, column, text, m_locale);
    }

    typed::Checked reference(const Column &column, const QString &text)
    {
        const QString table = column.referredTable();
        const QStringList keys = m_names.value(table).values(text);
        if (keys.size() == 1)
            return {.value = keys.constFirst()};
        if (keys.size() > 1)
            return {.fault = u"%1 of the %2 are called “%3”: give the key."_s.arg(keys.size()).arg(table, text)};
        bool isKey = false;
        text.toLongLong(&isKey);
        if (isKey || m_unknown == Unknown::IsFault)
            return typed::read(m_table, column, text, m_locale);
        return {.value = made(table, text)};
    }

    /// A new row of this name, once for all lines.
    QString made(const QString &table, const QString &name)
    {
        QString &standIn = m_made[{table, name}];
        if (standIn.isEmpty()) {
            standIn = u"new:paste%1"_s.arg(m_made.size());
            m_preview.changes.append({.kind = Kind::Insert,
                                      .table = table,
                                      .row = standIn,
                                      .values = {{model::own().table(table)->label, name}}});
        }
        return standIn;
    }

    void change(const Record &row, const Values &values)
    {
        for (const auto &[column, cell] : values.asKeyValueRange()) {
            if (row.values.value(column) == cell) {
                ++m_preview.unchanged;
                continue;
            }
            m_preview.changes.append({.table = row.table,
                                      .row = row.key,
                                      .column = column,
                                      .before = row.values.value(column),
                                      .after = cell,
                                      .version = row.version});
        }
    }

    /// Names that only lines with a fault have, make no row.
    void forgetUnused()
    {
        QSet<QString> used;
        for (const Change &change : std::as_const(m_preview.changes)) {
            used.insert(change.after.value_or(QString()));
            for (const Cell &cell : change.values)
                used.insert(cell.value_or(QString()));
        }
        const QSet<QString> standIns(m_made.cbegin(), m_made.cend());
        m_preview.changes.removeIf(
            [&](const Change &change) { return standIns.contains(change.row) && !used.contains(change.row); });
    }

    bool insert(int line, const Values &values)
    {
        for (const Column &column : m_table.columns) { // what a new row cannot be without
            const bool isNeeded = column.editedBy == model::Editor::Person && column.name != "position"_L1;
            if (!isNeeded || values.contains(column.name))
                continue;
            if (const auto checked = typed::read(m_table, column, {}, m_locale); !checked.isFine()) {
                m_preview.faults.append({m_block.places.value(line, line), column.name, {}, checked.fault});
                return false;
            }
        }
        m_preview.changes.append(
            {.kind = Kind::Insert, .table = m_table.name, .row = u"new:line%1"_s.arg(line), .values = values});
        return true;
    }

    const Table &m_table;
    const Block &m_block;
    const Names &m_names;
    Unknown m_unknown;
    QLocale m_locale;
    Preview m_preview;
    QHash<std::pair<QString, QString>, QString> m_made;
};

}

Block pasting::block(const Table &table, const QStringList &headers, const QList<QStringList> &lines,
                     const QList<int> &places)
{
    Block block{.lines = lines, .places = places};
    for (const QString &header : headers) {
        block.columns.append(columnFor(table, header));
        if (block.columns.constLast().isEmpty())
            block.aside.append(header);
    }
    return block;
}

Result<Names> pasting::names(Connection &connection, const Table &table, const Block &block)
{
    QHash<QString, QStringList> wanted;
    for (qsizetype i = 0; i < block.columns.size(); ++i) {
        const Column *column = table.column(block.columns[i]);
        if (!column || !column->references || model::own().table(column->references->table)->label.isEmpty())
            continue;
        for (const QStringList &line : block.lines)
            wanted[column->references->table].append(line.value(i).trimmed());
    }
    Names names;
    for (const auto &[of, list] : wanted.asKeyValueRange()) {
        const auto keys = suggestions::keys(connection, of, list);
        if (!keys)
            return std::unexpected(keys.error());
        names.insert(of, *keys);
    }
    return names;
}

Result<QList<std::optional<Record>>> pasting::rows(Connection &connection, const Table &table, const Block &block)
{
    QList<std::optional<Record>> rows(block.lines.size());
    const qsizetype place = table.primaryKey.size() == 1 ? block.columns.indexOf(table.primaryKey.constFirst()) : -1;
    if (place < 0)
        return rows;
    QStringList keys;
    for (const QStringList &line : block.lines) {
        if (!line.value(place).trimmed().isEmpty())
            keys.append(line.value(place).trimmed());
    }
    return records::read(connection, table, keys, records::Hold::No).transform([&](const QList<Record> &found) {
        QHash<QString, Record> byKey;
        for (const Record &record : found)
            byKey.insert(record.key, record);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto row = byKey.constFind(block.lines[i].value(place).trimmed());
            if (row != byKey.cend())
                rows[i] = *row;
        }
        return rows;
    });
}

Preview pasting::preview(const Table &table, const Block &block, const QList<std::optional<Record>> &rows,
                         const Names &names, Unknown unknown, const QLocale &locale)
{
    Previewing previewing(table, block, names, unknown, locale);
    for (int line = 0; line < block.lines.size(); ++line)
        previewing.read(line, rows.value(line));
    return previewing.take();
}

Result<Preview> pasting::preview(Connection &connection, const Table &table, const Block &block, Unknown unknown)
{
    const auto known = names(connection, table, block);
    if (!known)
        return std::unexpected(known.error());
    return rows(connection, table, block).transform([&](const auto &found) {
        return preview(table, block, found, *known, unknown);
    });
}
