#include "gallery/justwatchquery.h"

#include <utility>

using namespace Qt::Literals;

namespace {

const QString WithoutWikidata = u"plain:"_s;
const QString Small = u"small:"_s;

}

justwatch::Place justwatch::Place::fromCursor(QString cursor)
{
    Place place;
    if (cursor.startsWith(WithoutWikidata)) {
        place.asksWikidataIds = false;
        cursor.remove(0, WithoutWikidata.size());
    }
    if (cursor.startsWith(Small)) {
        place.asksSmallPages = true;
        cursor.remove(0, Small.size());
    }
    place.after = cursor;
    return place;
}

QString justwatch::Place::toCursor() const
{
    return (asksWikidataIds ? QString() : WithoutWikidata) + (asksSmallPages ? Small : QString()) + after;
}

bool justwatch::Place::simplify(const Error &refusal)
{
    if (refusal.kind != Error::Kind::Refused)
        return false;
    const QString words = refusal.message + refusal.detail;
    if (!asksSmallPages && words.contains("complexity"_L1, Qt::CaseInsensitive)) {
        asksSmallPages = true;
        return true;
    }
    const bool isQuestion = words.contains("wikidataId"_L1) || words.contains("VALIDATION_FAILED"_L1);
    return std::exchange(asksWikidataIds, asksWikidataIds && !isQuestion) && isQuestion;
}
