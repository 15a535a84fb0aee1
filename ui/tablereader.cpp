#include "tablereader.h"

#include "store/database.h"

namespace {

/// A table as it looks at one moment, with its first page.
struct Glance
{
    TableShape shape;
    TableModel::Rows rows;
};

TableShape shapeOf(const table::Query &query, const table::Info &info, const QStringList &headers)
{
    TableShape shape{.query = query, .headers = headers};
    for (qsizetype i = 0; i < info.columns.size(); ++i) {
        const table::Column &column = info.columns[i];
        const bool isName = headers.value(i) != column.name; // of the row that a foreign key refers to
        shape.columns.append(column.name);
        shape.types.append(column.type);
        shape.kinds.append(isName ? tablecell::Kind::Text : tablecell::kind(column.name, column.type));
    }
    if (info.primaryKey.size() == 1)
        shape.key = int(shape.columns.indexOf(info.primaryKey.first()));
    return shape;
}

Result<Glance> glance(Connection &connection, const table::Query &query)
{
    const auto info = table::info(connection, query.table);
    if (!info)
        return std::unexpected(info.error());
    const auto shown = table::shown(connection, query, 0, TableModel::PageSize);
    if (!shown)
        return std::unexpected(shown.error());
    const auto count = table::count(connection, query);
    const auto total = query.words.isEmpty() ? count : table::count(connection, {.table = query.table});
    if (!count || !total)
        return std::unexpected(count ? total.error() : count.error());
    Glance glance{.shape = shapeOf(query, *info, shown->headers), .rows = shown->rows};
    glance.shape.count = *count;
    glance.shape.total = *total;
    return glance;
}

}

TableReader::TableReader(Database &database, TableModel &model, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_model(model)
{
    connect(&m_model, &TableModel::pageWanted, this, &TableReader::readPage);
}

void TableReader::show(const table::Query &query)
{
    m_query = query;
    const auto ask = [query](Connection &connection) { return glance(connection, query); };
    QCoro::connect(m_database.read(ask), this, [this, generation = ++m_generation](const Result<Glance> &glance) {
        if (generation != m_generation)
            return;
        if (!glance)
            return emit failed(glance.error());
        m_model.show(glance->shape, glance->rows);
        emit shown();
    });
}

void TableReader::readPage()
{
    const auto page = m_isReading ? std::nullopt : m_model.takeWanted();
    if (!page)
        return;
    m_isReading = true;
    const auto ask
        = [query = m_model.shape().query, first = qint64(*page) * TableModel::PageSize](Connection &connection) {
              return table::shown(connection, query, first, TableModel::PageSize);
          };
    QCoro::connect(m_database.read(ask), this,
                   [this, page = *page, generation = m_generation](const Result<table::Shown> &shown) {
                       m_isReading = false;
                       if (generation == m_generation && shown)
                           m_model.setPage(page, shown->rows);
                       if (generation == m_generation && !shown)
                           return emit failed(shown.error());
                       readPage();
                   });
}
