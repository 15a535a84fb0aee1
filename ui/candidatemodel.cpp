#include "candidatemodel.h"

#include "pictures.h"
#include "reviewwording.h"

using namespace Qt::Literals;

void CandidateModel::show(const Match &match)
{
    beginResetModel();
    m_match = match;
    endResetModel();
}

void CandidateModel::showPicture(const QUrl &url)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_match.candidates[row].thumbnail == url)
            emit dataChanged(index(row), index(row), {PictureRole});
    }
}

int CandidateModel::chosen() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isAccepted(m_match.candidates[row]))
            return row;
    }
    return rowCount() > 0 ? 0 : -1;
}

bool CandidateModel::isAccepted(const Candidate &candidate) const
{
    const Decision &decision = m_match.decision;
    if (decision.verdict != Verdict::Accepted && decision.verdict != Verdict::AcceptedByMachine)
        return false;
    if (decision.wikidataId && candidate.wikidataId)
        return *decision.wikidataId == *candidate.wikidataId;
    return decision.article && *decision.article == candidate.title;
}

QString CandidateModel::spoken(const Candidate &candidate) const
{
    if (candidate.score < 0)
        return tr("%1, %2").arg(candidate.title, candidate.description);
    const QString text
        = tr("%1, %2, score %3").arg(candidate.title, candidate.description, reviewwording::percent(candidate.score));
    return isAccepted(candidate) ? tr("%1, accepted").arg(text) : text;
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_match.candidates.size());
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Candidate &candidate = m_match.candidates[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return candidate.title;
    case Qt::ToolTipRole:
        return candidate.matchedTitle ? tr("%1, found as “%2”").arg(candidate.title, *candidate.matchedTitle)
                                      : candidate.title;
    case Qt::AccessibleTextRole:
        return spoken(candidate);
    case NumberRole:
        return index.row() + 1;
    case DescriptionRole:
        return candidate.key.isEmpty() ? tr("Wikidata only, no article · %1").arg(candidate.description)
                                       : candidate.description;
    case ExcerptRole:
        return candidate.excerpt;
    case ScoreRole:
        return candidate.score < 0 ? QString() : reviewwording::percent(candidate.score);
    case ChosenRole:
        return isAccepted(candidate);
    case PictureRole:
        return m_pictures ? m_pictures->of(candidate.thumbnail) : QPixmap();
    default:
        return {};
    }
}
