#include "newrows.h"

#include "editsession.h"
#include "store/database.h"
#include "store/suggestions.h"
#include "store/typed.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using records::Cell;
using staging::Staged;
using table::Field;

namespace {

/// Finds what rows are called: those that are there, and those that are new as well.
class Names
{
public:
    Names(Connection &connection, const QList<Staged> &staged)
        : m_connection(connection)
        , m_staged(staged)
    {
    }

    Result<QString> of(const QString &table, const QString &key)
    {
        if (!typed::isNew(key))
            return suggestions::nameOf(m_connection, table, key);
        const auto made = std::ranges::find_if(
            m_staged, [&](const Staged &one) { return one.change.kind == Kind::Insert && one.change.row == key; });
        const QString label = model::own().table(table)->label;
        return made == m_staged.end() ? QString() : made->change.values.value(label).value_or(QString());
    }

private:
    Connection &m_connection;
    const QList<Staged> &m_staged;
};

/// The rows of a table between that join a new row with others.
Result<table::Links> linksOf(Names &names, const Change &row, const Field &field, const QList<Staged> &staged)
{
    table::Links links;
    for (const Staged &one : staged) {
        const Change &link = one.change;
        const Cell other = link.values.value(field.to);
        if (link.kind != Kind::Insert || link.table != field.name || !other
            || link.values.value(field.from) != Cell(row.row))
            continue;
        const auto name = names.of(field.table, *other);
        if (!name)
            return std::unexpected(name.error());
        links.append({.row = other->toLongLong(), .name = *name});
    }
    return links;
}

Result<> addCell(Names &names, const Change &change, const Field &field, const QList<Staged> &staged, table::Row &row)
{
    if (field.kind == Field::Kind::Relation)
        return linksOf(names, change, field, staged).transform([&](const table::Links &links) {
            row.cells.append(links.isEmpty() ? QVariant() : QVariant::fromValue(links));
            row.referred.append(QVariant());
        });
    const Cell cell = change.values.value(field.name);
    const QVariant value = cell ? QVariant(*cell) : QVariant();
    if (field.kind == Field::Kind::Own || !cell) {
        row.cells.append(value);
        row.referred.append(QVariant());
        return {};
    }
    return names.of(field.table, *cell).transform([&](const QString &name) {
        row.cells.append(name);
        row.referred.append(value);
    });
}

}

NewRows::NewRows(EditSession &session, TableModel &model)
    : QObject(&model)
    , m_session(session)
    , m_model(model)
{
    connect(&session, &EditSession::stagedChanged, this, &NewRows::refresh);
}

Result<TableModel::Rows> NewRows::read(Connection &connection, const QString &table, const QList<Field> &fields,
                                       const QList<Staged> &staged)
{
    Names names(connection, staged);
    TableModel::Rows rows;
    for (const Staged &one : staged) {
        if (one.change.kind != Kind::Insert || one.change.table != table)
            continue;
        table::Row row{.key = {one.change.row}};
        for (const Field &field : fields) {
            if (const auto done = addCell(names, one.change, field, staged, row); !done)
                return std::unexpected(done.error());
        }
        rows.append(row);
    }
    return rows;
}

void NewRows::refresh()
{
    const int generation = ++m_generation;
    const TableShape &shape = m_model.shape();
    const bool hasAny = std::ranges::any_of(m_session.staged(), [&](const Staged &one) {
        return one.change.kind == Kind::Insert && one.change.table == shape.query.table;
    });
    if (!hasAny)
        return take({});
    const auto work = [table = shape.query.table, fields = shape.fields, staged = m_session.staged()](
                          Connection &connection) { return read(connection, table, fields, staged); };
    QCoro::connect(m_session.database().read(work), this, [this, generation](const Result<TableModel::Rows> &rows) {
        if (generation != m_generation)
            return;
        if (!rows)
            return emit failed(rows.error());
        take(*rows);
    });
}

void NewRows::take(const TableModel::Rows &rows)
{
    m_model.setNew(rows);
    const auto sought
        = std::ranges::find_if(rows, [&](const table::Row &row) { return row.key.constFirst() == m_sought; });
    if (sought == rows.end())
        return;
    m_sought.clear();
    emit found(int(sought - rows.begin()));
}

void NewRows::seek(const QString &standIn)
{
    m_sought = standIn;
    refresh();
}
