#include "blindcheck.h"

#include "action.h"
#include "match/interval.h"
#include "store/database.h"
#include "store/reviewing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

struct Drawn
{
    BatchId batch;
    QList<Match> matches;
};

Result<Drawn> draw(Connection &connection, const reviewing::Filter &filter, const QString &who)
{
    const auto sample = batches::sample(connection, filter, BlindCheck::Size, who);
    if (!sample)
        return std::unexpected(sample.error());
    return reviewing::matches(connection, sample->items).transform([&](const QList<Match> &matches) {
        return Drawn{.batch = sample->id, .matches = matches};
    });
}

/// Whether it leaves anything out besides states.
bool isNarrow(reviewing::Filter filter)
{
    filter.verdicts.clear();
    return filter != reviewing::Filter();
}

QString percent(double share, int decimals = 0)
{
    return BlindCheck::tr("%1%").arg(QLocale().toString(share * 100, 'f', decimals));
}

}

BlindCheck::BlindCheck(Database &database, QString who, QWidget *parent)
    : QFrame(parent)
    , m_database(database)
    , m_who(std::move(who))
    , m_text(new QLabel(this))
{
    setObjectName(u"blindCheckPanel"_s);
    setAccessibleName(tr("Blind check"));
    setFrameShape(StyledPanel);
    m_text->setObjectName(u"blindCheckText"_s);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // the page need not be higher for it
    auto *end
        = makeAction(this, u"endBlindCheck"_s, tr("End the check (Shift+B)"), u"dialog-ok"_s, {Qt::SHIFT | Qt::Key_B});
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(makeButton(end, this));
    connect(end, &QAction::triggered, this, &BlindCheck::end);
    addAction(end);
    hide();
}

Match BlindCheck::blinded(Match match)
{
    match.decision = {.item = match.item.id, .verdict = Verdict::Unreviewed};
    for (Candidate &candidate : match.candidates)
        candidate.score = -1;
    std::ranges::sort(match.candidates, {}, [](const Candidate &candidate) { return candidate.title; });
    return match;
}

void BlindCheck::start(const reviewing::Filter &filter)
{
    if (m_batch)
        return;
    const auto work = [filter, who = m_who](Connection &connection) { return draw(connection, filter, who); };
    QCoro::connect(m_database.run(work), this, [this, isOfSome = isNarrow(filter)](const Result<Drawn> &drawn) {
        if (!drawn)
            return emit failed(drawn.error());
        m_batch = drawn->batch;
        m_isOfSome = isOfSome;
        m_asked = int(drawn->matches.size());
        m_answered = 0;
        QList<Match> sample;
        for (const Match &match : drawn->matches)
            sample.append(blinded(match));
        tell();
        show();
        emit started(sample);
    });
}

void BlindCheck::count(const Match &before, const Match &after)
{
    const auto isAnswer = [](const Match &match) {
        return match.decision.judge == Judge::Person && match.decision.verdict != Verdict::Postponed
            && match.decision.verdict != Verdict::Unreviewed;
    };
    m_answered += int(isAnswer(after)) - int(isAnswer(before));
    tell();
}

void BlindCheck::tell()
{
    const QString which = m_isOfSome ? tr("of the filtered titles some that the machine has accepted")
                                     : tr("titles that the machine has accepted");
    m_text->setText(tr("Blind check: %1, chosen at random, without its answer. %2 of %3 answered.")
                        .arg(which, QString::number(m_answered), QString::number(m_asked)));
}

void BlindCheck::end()
{
    if (!m_batch)
        return;
    const auto read
        = [batch = std::exchange(m_batch, {})](Connection &connection) { return batches::outcome(connection, batch); };
    hide();
    QCoro::connect(m_database.run(read), this, [this](const Result<batches::Check> &check) {
        if (!check)
            emit failed(check.error());
        emit ended(check ? resultOf(*check) : QString());
    });
}

QString BlindCheck::resultOf(const batches::Check &check) const
{
    if (check.answered == 0)
        return tr("Nothing was answered, so nothing was measured.");
    const auto [low, high] = interval::wilson(check.agreed, check.answered);
    return tr("You agreed with the machine on %1 of %2 titles: %3 right, between %4 and %5 with 95% confidence. "
              "By its own scores, %6 was to be expected.")
        .arg(check.agreed)
        .arg(check.answered)
        .arg(percent(double(check.agreed) / check.answered), percent(low, 1), percent(high, 1),
             percent(1 - check.expectedWrong / check.answered, 1));
}
