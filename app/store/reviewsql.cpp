#include "store/reviewsql.h"

#include "store/enums.h"
#include "store/sql.h"
#include "store/words.h"

using namespace Qt::Literals;
using namespace reviewing;

namespace {

/// What was looked up: everything that has any verdict.
const QList<Verdict> All{Verdict::Unreviewed, Verdict::AcceptedByMachine, Verdict::Accepted, Verdict::NoArticle,
                         Verdict::Rejected,   Verdict::LookupFailed,      Verdict::Postponed};

void addBand(reviewsql::Condition &condition, Band band)
{
    if (band == Band::Unknown)
        return condition.terms.append(u"i.score IS NULL"_s);
    condition.terms.append(u"i.score >= ?"_s);
    condition.values.append(leastOf(band));
    if (band == Band::From99)
        return;
    condition.terms.append(u"i.score < ?"_s);
    condition.values.append(leastOf(Band(int(band) + 1)));
}

void addSince(reviewsql::Condition &condition, Since since)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const auto day = [&](int ago) { return sql::date(today.addDays(-ago)); };
    const auto add = [&](const QString &term, const QVariant &value) {
        condition.terms.append(term);
        condition.values.append(value);
    };
    constexpr std::array Days{0, 6, 29}; // that each of them begins before today
    if (since != Since::Earlier)
        add(u"i.decided_on >= ?"_s, day(Days.at(size_t(since))));
    if (since != Since::Today)
        add(u"i.decided_on < ?"_s, day(Days.at(size_t(since) - 1)));
}

}

void reviewsql::addWords(Condition &condition, const Connection &connection, const QString &words)
{
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        condition.terms.append(words::condition(connection, u"i.title"_s));
        condition.values.append(words::value(connection, word));
    }
}

reviewsql::Condition reviewsql::conditionOf(const Connection &connection, const Filter &filter)
{
    Condition condition;
    if (filter.gallery) {
        condition.join = u"JOIN gallery_items w ON w.item_id = i.item_id AND w.gallery_id = ? AND NOT w.gone "_s;
        condition.values.append(filter.gallery->value);
    }
    const QList<Verdict> &verdicts = filter.verdicts.isEmpty() ? All : filter.verdicts;
    condition.terms.append(u"i.verdict IN "_s + sql::marks(verdicts.size()));
    for (const Verdict verdict : verdicts)
        condition.values.append(enums::text(verdict));
    if (filter.reason) {
        condition.terms.append(u"i.reason = ?"_s);
        condition.values.append(sql::text(*filter.reason));
    }
    if (filter.who) {
        condition.terms.append(u"i.who = ?"_s);
        condition.values.append(sql::text(*filter.who));
    }
    if (filter.band)
        addBand(condition, *filter.band);
    if (filter.since)
        addSince(condition, *filter.since);
    addWords(condition, connection, filter.words);
    return condition;
}
