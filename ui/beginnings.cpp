#include "beginnings.h"

#include "jobs/beginnings.h"

using namespace Qt::Literals;

namespace {

constexpr qsizetype FirstCandidates = 3; // of a title, whose articles are read ahead

}

Beginnings::Beginnings(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
}

Beginnings::~Beginnings()
{
    m_stop.request_stop();
}

void Beginnings::want(const QList<Match> &matches)
{
    m_wanted.clear(); // what is not on its way is asked for again if it is still wanted
    for (const Match &match : matches) {
        for (const Candidate &candidate : match.candidates.first(std::min(match.candidates.size(), FirstCandidates))) {
            const bool isKnown = m_texts.contains(candidate.title) || m_failed.contains(candidate.title);
            if (!candidate.key.isEmpty() && !isKnown)
                m_wanted.append({.gallery = match.item.gallery, .title = candidate.title});
        }
    }
    askNext();
}

void Beginnings::askNext()
{
    if (m_isAsking || m_wanted.isEmpty())
        return;
    const Gallery gallery = m_wanted.constFirst().gallery;
    QStringList titles;
    for (const Wanted &wanted : std::as_const(m_wanted)) {
        const bool isSame = wanted.gallery.source == gallery.source; // the sample is answered from the bundle
        if (isSame && titles.size() < beginnings::Most && !titles.contains(wanted.title))
            titles.append(wanted.title);
    }
    m_wanted.removeIf([&](const Wanted &wanted) { return titles.contains(wanted.title); });
    m_isAsking = true;
    QCoro::connect(beginnings::read(m_services, gallery, titles, m_stop.get_token()), this,
                   [this, titles](const Result<QHash<QString, QString>> &found) { take(titles, found); });
}

void Beginnings::take(const QStringList &asked, const Result<QHash<QString, QString>> &found)
{
    m_isAsking = false;
    for (const QString &title : asked) {
        if (found && found->contains(title))
            m_texts.insert(title, found->value(title));
        else
            m_failed.insert(title);
    }
    emit arrived();
    askNext();
}

QString Beginnings::of(const Candidate &candidate) const
{
    if (candidate.key.isEmpty())
        return tr("Wikidata knows it, and no article exists.");
    const auto text = m_texts.constFind(candidate.title);
    if (text != m_texts.cend())
        return text->isEmpty() ? tr("The article says nothing at its beginning.") : *text;
    return m_failed.contains(candidate.title) ? tr("The article's beginning could not be read. O opens it.")
                                              : tr("Reading the article's beginning…");
}
