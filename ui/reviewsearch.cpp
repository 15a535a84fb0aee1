#include "reviewsearch.h"

#include "action.h"
#include "store/database.h"
#include "store/library.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

bool isSame(const Candidate &a, const Candidate &b)
{
    if (a.wikidataId && b.wikidataId)
        return *a.wikidataId == *b.wikidataId;
    return !a.key.isEmpty() && a.key == b.key;
}

/// What was found and what was known, each once, best first.
QList<Candidate> joined(QList<Candidate> found, const QList<Candidate> &known)
{
    for (const Candidate &one : known) {
        if (std::ranges::none_of(found, [&](const Candidate &other) { return isSame(one, other); }))
            found.append(one);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
    return found;
}

}

ReviewSearch::ReviewSearch(Services services, QWidget *parent)
    : QFrame(parent)
    , m_services(std::move(services))
    , m_words(new QLineEdit(this))
    , m_busy(new QLabel(tr("Searching…"), this))
{
    setObjectName(u"reviewSearch"_s);
    m_words->setObjectName(u"searchWords"_s);
    m_words->setAccessibleName(tr("Other words, an article's address, a Wikidata id or an IMDb id"));
    m_words->setPlaceholderText(tr("Other words, an article's address, Q… or tt…"));
    m_words->setClearButtonEnabled(true);
    m_busy->setObjectName(u"searchBusy"_s);
    auto *start = makeAction(this, u"startSearch"_s, tr("Search"), u"edit-find"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
    auto *close = makeAction(this, u"cancelSearch"_s, tr("Cancel (Esc)"), u"dialog-close"_s, {Qt::Key_Escape});
    addAction(close);
    m_search = makeButton(start, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_words, 1);
    layout->addWidget(m_busy);
    layout->addWidget(m_search);
    layout->addWidget(makeButton(close, this));
    connect(m_words, &QLineEdit::returnPressed, this, &ReviewSearch::search);
    connect(start, &QAction::triggered, this, &ReviewSearch::search);
    connect(close, &QAction::triggered, this, &ReviewSearch::cancel);
    setBusy(false);
    hide();
}

ReviewSearch::~ReviewSearch()
{
    m_stop.request_stop();
}

void ReviewSearch::ask(const Match &match)
{
    m_match = match;
    m_words->setText(match.item.title);
    m_words->selectAll();
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void ReviewSearch::again(const Match &match)
{
    ask(match);
    search();
}

void ReviewSearch::cancel()
{
    m_stop.request_stop();
    setBusy(false);
    hide();
    emit closed();
}

void ReviewSearch::setBusy(bool busy)
{
    m_busy->setVisible(busy);
    m_search->defaultAction()->setEnabled(!busy);
}

void ReviewSearch::search()
{
    const QString words = m_words->text().trimmed();
    if (words.isEmpty())
        return;
    m_stop.request_stop();
    m_stop = {};
    setBusy(true);
    auto looking = crawling::lookUp(m_services, m_match.item, words, m_stop.get_token());
    QCoro::connect(std::move(looking), this,
                   [this, match = m_match, stop = m_stop.get_token()](const Result<QList<Candidate>> &candidates) {
                       if (stop.stop_requested())
                           return;
                       setBusy(false);
                       if (!candidates)
                           return emit failed(candidates.error());
                       take(match, *candidates);
                   });
}

void ReviewSearch::take(const Match &match, const QList<Candidate> &candidates)
{
    Match enriched = match;
    enriched.candidates = joined(candidates, match.candidates);
    const auto keep = [enriched](Connection &connection) {
        return library::keepCandidates(connection, enriched.item.id, enriched.candidates);
    };
    QCoro::connect(m_services.database.run(keep), this, [this, enriched](const Result<> &kept) {
        if (!kept)
            return emit failed(kept.error());
        hide();
        emit found(enriched);
        emit closed();
    });
}
