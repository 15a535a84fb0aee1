#include "newestmodel.h"

#include "icons.h"
#include "reviewwording.h"

using namespace Qt::Literals;

namespace {

struct Words
{
    QString state;
    QString icon;
};

Words wordsOf(const newest::Found &found)
{
    if (found.verdict == Verdict::AcceptedByMachine)
        return {NewestModel::tr("Matched"), reviewwording::icon(found.verdict)};
    if (found.article.isEmpty())
        return {NewestModel::tr("Found nothing"), u"edit-none"_s};
    return {NewestModel::tr("For review"), reviewwording::icon(found.verdict)};
}

QString articleOf(const newest::Found &found)
{
    const bool isSure = found.verdict == Verdict::AcceptedByMachine || found.article.isEmpty();
    return isSure ? found.article : NewestModel::tr("perhaps %1").arg(found.article);
}

QString textOf(const newest::Found &found, NewestModel::Column column)
{
    switch (column) {
    case NewestModel::Title:
        return reviewwording::title({.title = found.title, .year = found.year});
    case NewestModel::Article:
        return articleOf(found);
    case NewestModel::State:
        return wordsOf(found).state;
    case NewestModel::ColumnCount:
        break;
    }
    return {};
}

/// The whole row, for who goes from row to row by ear.
QString spoken(const newest::Found &found)
{
    QStringList parts{textOf(found, NewestModel::Title), textOf(found, NewestModel::Article),
                      textOf(found, NewestModel::State)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

}

QStringList NewestModel::states()
{
    return {tr("Matched"), tr("For review"), tr("Found nothing")};
}

void NewestModel::show(const QList<newest::Found> &found)
{
    if (found == m_found)
        return;
    setSize(int(found.size()));
    m_found = found;
    if (!found.isEmpty())
        emit dataChanged(index(0, 0), index(int(found.size()) - 1, ColumnCount - 1));
}

void NewestModel::setSize(int rows)
{
    const int before = int(m_found.size());
    if (rows > before) {
        beginInsertRows({}, before, rows - 1);
        m_found.resize(rows);
        endInsertRows();
    } else if (rows < before) {
        beginRemoveRows({}, rows, before - 1);
        m_found.resize(rows);
        endRemoveRows();
    }
}

void NewestModel::setHeld(bool held)
{
    if (std::exchange(m_isHeld, held) != held)
        emit headerDataChanged(Qt::Horizontal, Title, Title);
}

int NewestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

int NewestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NewestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const newest::Found &found = m_found[index.row()];
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(found, column);
    if (role == Qt::AccessibleTextRole && column == Title)
        return spoken(found);
    if (role == Qt::DecorationRole && column == State)
        return icons::named(wordsOf(found).icon);
    return {};
}

QVariant NewestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Title:
        return m_isHeld ? tr("Newest titles, held while you are here") : tr("Newest titles");
    case Article:
        return tr("Article");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}
