#include "gallery/justwatch.h"

#include <QDate>

#include <utility>

using namespace Qt::Literals;

namespace {

using justwatch::Part;

constexpr int Earliest = 1900; ///< whatever is older goes with it
constexpr int Middle = 1999; ///< about half of a catalogue is younger

/// JustWatch's genres as far as they are known, rare ones first. That one is missing or new loses nothing.
const QStringList Genres{u"wsn"_s, u"war"_s, u"spt"_s, u"rly"_s, u"hst"_s, u"msc"_s, u"ani"_s,
                         u"fnt"_s, u"scf"_s, u"fml"_s, u"eur"_s, u"rma"_s, u"crm"_s, u"hrr"_s,
                         u"act"_s, u"trl"_s, u"doc"_s, u"cmy"_s, u"drm"_s};

std::optional<std::pair<Part, Part>> halves(const Part &part)
{
    const int from = part.from.value_or(std::min(Earliest, part.until.value_or(Earliest)));
    const int latest = QDate::currentDate().year() + 1; // announced titles are listed too
    const int until = part.until.value_or(std::max(latest, from));
    if (from >= until)
        return {};
    const bool isAll = !part.from && !part.until;
    const int middle = isAll ? Middle : from + (until - from) / 2;
    return std::pair(Part{.from = part.from, .until = middle}, Part{.from = middle + 1, .until = part.until});
}

/// Each title goes with the first of its genres, and without one with the last part.
QList<Part> byGenres(const Part &part)
{
    QList<Part> parts;
    Part next = part;
    for (const QString &genre : Genres) {
        next.genre = genre;
        parts.append(next);
        next.without.append(genre);
    }
    next.genre.clear();
    parts.append(next);
    return parts;
}

}

QList<Part> justwatch::split(const Gallery &gallery, const Part &part)
{
    if (!part.genre.isEmpty() || !part.without.isEmpty())
        return {};
    if (const auto both = halves(part))
        return {both->first, both->second};
    if (gallery.filter.contains(u"genres"_s))
        return {}; // with genres of its own one more would mean something else
    return byGenres(part);
}
