#include "reviewmodel.h"

#include "icons.h"
#include "reviewwording.h"

using namespace Qt::Literals;

void ReviewModel::setMatches(QList<Match> matches, More more)
{
    beginResetModel();
    m_matches = std::move(matches);
    m_rows.clear();
    for (int row = 0; row < m_matches.size(); ++row)
        m_rows.insert(m_matches[row].item.id, row);
    m_more = more;
    endResetModel();
}

void ReviewModel::merge(const QList<Match> &matches, More more)
{
    QList<Match> added;
    for (const Match &match : matches) {
        if (m_rows.contains(match.item.id))
            setMatch(match);
        else
            added.append(match);
    }
    m_more = more;
    append(added);
}

void ReviewModel::append(const QList<Match> &matches)
{
    if (matches.isEmpty())
        return;
    const int first = int(m_matches.size());
    beginInsertRows({}, first, first + int(matches.size()) - 1);
    for (const Match &match : matches) {
        m_rows.insert(match.item.id, int(m_matches.size()));
        m_matches.append(match);
    }
    endInsertRows();
}

void ReviewModel::setMatch(const Match &match)
{
    const int row = rowOf(match.item.id);
    if (row < 0 || isSame(m_matches[row], match))
        return;
    m_matches[row] = match;
    emit dataChanged(index(row), index(row));
}

bool ReviewModel::isSame(const Match &a, const Match &b)
{
    return a.item == b.item && a.candidates == b.candidates && a.decision == b.decision;
}

int ReviewModel::next(int row, const QList<Verdict> &verdicts) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (candidate != row && verdicts.contains(m_matches[candidate].decision.verdict))
            return candidate;
    }
    return -1;
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Match &match = m_matches[index.row()];
    const Verdict verdict = match.decision.verdict;
    switch (role) {
    case Qt::DisplayRole:
        return match.item.title;
    case Qt::ToolTipRole:
        return reviewwording::title(match.item);
    case Qt::DecorationRole:
        return icons::named(reviewwording::icon(verdict));
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(reviewwording::title(match.item), reviewwording::verdict(verdict));
    case FactsRole:
        return reviewwording::facts(match.item);
    case VerdictRole:
        return int(verdict);
    case VerdictNameRole:
        return reviewwording::verdict(verdict);
    default:
        return {};
    }
}

bool ReviewModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more == More::Yes;
}

void ReviewModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        emit moreWanted();
}
