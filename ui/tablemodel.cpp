#include "tablemodel.h"

#include <QColor>
#include <QGuiApplication>
#include <QPalette>

#include <limits>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestTip = 600;
constexpr qsizetype LongestCell = 300; ///< more is never seen in a cell
constexpr qsizetype WantedAtOnce = 4; ///< what is seen at once; older wishes were scrolled past

QString shortened(const QString &text, qsizetype longest)
{
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

QString line(const QString &text)
{
    return shortened(text, LongestCell).replace(u'\n', u' ');
}

}

TableModel::TableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, &TableModel::pageWanted);
}

void TableModel::show(const TableShape &shape, const Rows &firstPage)
{
    beginResetModel();
    m_shape = shape;
    m_pages.clear();
    m_wanted.clear();
    if (!firstPage.isEmpty())
        m_pages.insert(0, new Rows(firstPage));
    endResetModel();
}

void TableModel::setPage(int page, const Rows &rows)
{
    m_pages.insert(page, new Rows(rows));
    const int first = page * PageSize;
    const int last = std::min(first + PageSize, rowCount()) - 1;
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

const QVariantList *TableModel::rowAt(int row) const
{
    const Rows *page = m_pages.object(row / PageSize);
    const int place = row % PageSize;
    return page && place < page->size() ? &page->at(place) : nullptr;
}

std::optional<int> TableModel::takeWanted()
{
    while (!m_wanted.isEmpty()) {
        const int page = m_wanted.takeLast();
        if (!m_pages.contains(page))
            return page;
    }
    return std::nullopt;
}

void TableModel::want(int page) const
{
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > WantedAtOnce)
        m_wanted.removeFirst();
    m_soon->start();
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<qint64>(m_shape.count, std::numeric_limits<int>::max()));
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shape.columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto kind = m_shape.kinds[index.column()];
    if (role == Qt::TextAlignmentRole)
        return QVariant((tablecell::isNumber(kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QVariantList *row = rowAt(index.row());
    if (!row) {
        if (!m_pages.contains(index.row() / PageSize))
            want(index.row() / PageSize);
        return absent(role);
    }
    const QVariant value = row->value(index.column());
    if (role == Qt::EditRole)
        return value;
    if (value.isNull())
        return role == Qt::DisplayRole                                  ? QVariant(u"–"_s)
            : role == Qt::AccessibleTextRole || role == Qt::ToolTipRole ? QVariant(tr("No value"))
                                                                        : absent(role);
    if (role == Qt::DisplayRole)
        return line(tablecell::text(value, kind));
    if (role == Qt::ToolTipRole)
        return shortened(tablecell::text(value, kind), LongestTip);
    return {};
}

QVariant TableModel::absent(int role) const
{
    if (role == Qt::DisplayRole)
        return u"…"_s;
    if (role == Qt::AccessibleTextRole)
        return tr("Being read");
    if (role == Qt::ForegroundRole)
        return QGuiApplication::palette().color(QPalette::PlaceholderText);
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::DisplayRole)
        return tablecell::title(m_shape.headers[section]);
    if (role == Qt::ToolTipRole)
        return tr("%1 · %2").arg(m_shape.columns[section], m_shape.types[section]);
    if (role == Qt::TextAlignmentRole)
        return QVariant((tablecell::isNumber(m_shape.kinds[section]) ? Qt::AlignRight : Qt::AlignLeft)
                        | Qt::AlignVCenter);
    return {};
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    emit orderWanted(m_shape.columns.value(column), order);
}
