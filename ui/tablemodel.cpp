#include "tablemodel.h"

#include "icons.h"
#include "posters.h"
#include "store/model.h"

#include <QColor>
#include <QGuiApplication>
#include <QIcon>
#include <QPainter>
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

int rowsOf(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString tipOf(const table::Field &field, const QString &meaning)
{
    const QString what = field.type.isEmpty() ? field.name : QStringLiteral("%1 · %2").arg(field.name, field.type);
    return meaning.isEmpty() ? what : meaning + u'\n' + what;
}

/// In place of a poster, and smaller.
QIcon plainSign()
{
    QPixmap sign(80, 120);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    icons::named(u"video-x-generic"_s).paint(&painter, QRect(20, 40, 40, 40));
    return sign;
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
    if (shape.query.table != m_shape.query.table || shape.fields != m_shape.fields)
        m_new.clear();
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
    const int first = newCount() + page * PageSize;
    const int last = std::min(first + PageSize, rowCount()) - 1;
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void TableModel::setCount(qint64 count, bool isExact)
{
    const int before = rowCount();
    const int after = rowsOf(count + newCount());
    m_shape.isExact = isExact;
    if (after > before) {
        m_pages.remove(pageOf(before - 1)); // it ends too early
        beginInsertRows({}, before, after - 1);
        m_shape.count = count;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_shape.count = count;
        endRemoveRows();
    }
    if (isExact && !m_shape.query.isNarrowed()) {
        m_shape.total = count;
        m_shape.isTotalExact = true;
    }
    emit counted();
}

/// Those that are gone go, those that came come behind the others, and those that stay change in their place.
/// Those that are no more go, neighbours together: a hundred thousand of them may have been saved at once.
void TableModel::keepNew(const Rows &rows)
{
    QSet<QString> keys;
    for (const table::Row &row : rows)
        keys.insert(row.key.constFirst().toString());
    const auto stays = [&](int row) { return keys.contains(m_new[row].key.constFirst().toString()); };
    for (int end = newCount(); end > 0; --end) {
        int first = end;
        while (first > 0 && !stays(first - 1))
            --first;
        if (first < end) {
            beginRemoveRows({}, first, end - 1);
            m_new.remove(first, end - first);
            endRemoveRows();
        }
        end = first; // what is before it stays
    }
}

void TableModel::setNew(const Rows &rows)
{
    keepNew(rows);
    const int kept = newCount();
    if (rows.size() > kept) {
        beginInsertRows({}, kept, int(rows.size()) - 1);
        m_new = rows;
        endInsertRows();
    }
    m_new = rows;
    if (kept > 0)
        emit dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
}

void TableModel::forget(const QSet<int> &pages)
{
    for (const int page : pages)
        m_pages.remove(page);
    if (!pages.isEmpty() && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const table::Row *TableModel::rowAt(int row) const
{
    if (row < newCount())
        return &m_new[row];
    const Rows *page = m_pages.object(pageOf(row));
    const int place = (row - newCount()) % PageSize;
    return page && place < page->size() ? &page->at(place) : nullptr;
}

void TableModel::setPosters(const Posters *posters)
{
    m_posters = posters;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DecorationRole});
}

QUrl TableModel::posterOf(int row) const
{
    const qsizetype column = m_shape.columnOf(u"poster_url"_s);
    const table::Row *found = rowAt(row);
    return column < 0 || !found || found->isGone() ? QUrl() : QUrl(found->cells[column].toString());
}

QVariant TableModel::picture(const QModelIndex &index) const
{
    if (!m_posters || m_shape.fields[index.column()].name != "title"_L1)
        return {};
    const QPixmap poster = m_posters->of(posterOf(index.row()));
    return poster.isNull() ? plainSign() : QIcon(poster);
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
    return parent.isValid() ? 0 : rowsOf(m_shape.count + newCount());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shape.fields.size());
}

TableModel::Absent TableModel::absence(const table::Row *row, int column) const
{
    if (!row)
        return Absent::NotRead;
    if (row->isGone())
        return Absent::Gone;
    const QVariant &value = row->cells[column];
    if (value.isNull())
        return Absent::Unknown;
    return value.typeId() == QMetaType::QString && value.toString().isEmpty() ? Absent::EmptyText : Absent::No;
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto kind = m_shape.kinds[index.column()];
    if (role == KindRole)
        return int(kind);
    if (role == Qt::TextAlignmentRole)
        return int((tablecell::isNumber(kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const table::Row *row = rowAt(index.row());
    if (!row && !m_pages.contains(pageOf(index.row())))
        want(pageOf(index.row()));
    const Absent absent = absence(row, index.column());
    if (role == Qt::DecorationRole)
        return picture(index);
    if (role == EmptyRole)
        return int(absent);
    if (absent != Absent::No)
        return dataOf(absent, role);
    const QVariant &value = row->cells[index.column()];
    if (role == Qt::EditRole)
        return value;
    if (role == LinksRole && value.canConvert<table::Links>())
        return value;
    if (role == Qt::DisplayRole)
        return line(tablecell::text(value, kind));
    if (role == Qt::ToolTipRole)
        return shortened(tablecell::text(value, kind), LongestTip);
    return {};
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const model::Table *table = model::own().table(m_shape.query.table);
    const table::Row *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!table || !row || row->isGone() || row->key.isEmpty())
        return flags;
    const table::Field &field = m_shape.fields[index.column()];
    const model::Column *column = field.kind == table::Field::Kind::Relation ? nullptr : table->column(field.name);
    const bool isForPeople = column && column->editedBy == model::Editor::Person;
    const bool isFixed = table->primaryKey.contains(field.name) && !isNew(index.row());
    return isForPeople && !isFixed ? flags | Qt::ItemIsEditable : flags;
}

QVariant TableModel::dataOf(Absent absent, int role) const
{
    if (role == Qt::ForegroundRole)
        return QGuiApplication::palette().color(QPalette::PlaceholderText);
    if (absent == Absent::EmptyText && role == Qt::EditRole)
        return QString(u""_s);
    const bool isRead = role == Qt::AccessibleTextRole || (role == Qt::ToolTipRole && absent != Absent::NotRead);
    if (role != Qt::DisplayRole && !isRead)
        return {};
    switch (absent) {
    case Absent::Unknown:
        return isRead ? tr("No value") : u"–"_s;
    case Absent::EmptyText:
        return isRead ? tr("Empty text") : u"“”"_s;
    case Absent::Gone:
        return isRead ? tr("This row was deleted") : u"×"_s;
    default:
        return isRead ? tr("Being read") : u"…"_s;
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const table::Field &field = m_shape.fields[section];
    if (role == Qt::DisplayRole)
        return tablecell::title(field.header);
    if (role == NameRole)
        return field.name;
    if (role == Qt::ToolTipRole)
        return tipOf(field, tablecell::meaning(m_shape.query.table, field.name));
    if (role == Qt::TextAlignmentRole)
        return int((tablecell::isNumber(m_shape.kinds[section]) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}
