#include "gallery/csvcolumns.h"

#include "data/externalid.h"
#include "data/itemlist.h"
#include "gallery/csvvalues.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

/// What columns are called, in lower case, letters and digits only, a space around each.
struct Names
{
    CsvColumns::Column column;
    QLatin1StringView words;
};
constexpr std::array Known{
    Names{.column = CsvColumns::Id, .words = " id key "_L1},
    Names{.column = CsvColumns::Title, .words = " title name primarytitle movie film "_L1},
    Names{.column = CsvColumns::OriginalTitle, .words = " originaltitle "_L1},
    Names{.column = CsvColumns::Year, .words = " year releaseyear startyear released releasedate "_L1},
    Names{.column = CsvColumns::Runtime, .words = " runtime runtimeminutes runtimemins duration "_L1},
    Names{.column = CsvColumns::Imdb, .words = " imdb imdbid const tconst "_L1},
    Names{.column = CsvColumns::Tmdb, .words = " tmdb tmdbid "_L1},
    Names{.column = CsvColumns::Wikidata, .words = " wikidata wikidataid "_L1},
    Names{.column = CsvColumns::Directors, .words = " director directors "_L1},
    Names{.column = CsvColumns::Countries, .words = " country countries productioncountries "_L1},
    Names{.column = CsvColumns::Type, .words = " type objecttype titletype "_L1},
    Names{.column = CsvColumns::Url, .words = " url uri jwhref letterboxduri "_L1},
};
constexpr std::array NoMovies{"show"_L1, "series"_L1, "season"_L1, "episode"_L1, "game"_L1, "podcast"_L1};

QString plain(const QString &header)
{
    QString name;
    for (const QChar c : header.toLower())
        if (c.isLetterOrNumber())
            name += c;
    return name;
}

/// Notes what stands in a cell and could not be read.
template<typename T>
T noted(T value, const QString &text, int line, QList<Error> &notes)
{
    const bool isUnknown = text.isEmpty() || text == "0"_L1 || text == R"(\N)"_L1;
    if (!value && !isUnknown)
        notes.append({.kind = Error::Kind::Malformed,
                      .message = u"Line %1: “%2” cannot be read and is left out."_s.arg(line).arg(text.left(40))});
    return value;
}

}

Result<CsvColumns> CsvColumns::read(const QStringList &header)
{
    CsvColumns columns;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString word = u' ' + plain(header[i]) + u' ';
        const auto found = std::ranges::find_if(Known, [&](const Names &names) { return names.words.contains(word); });
        if (found != Known.end() && !columns.m_places[found->column])
            columns.m_places[found->column] = i;
    }
    if (columns.m_places[Title])
        return columns;
    if (std::ranges::all_of(header, [](const QString &cell) { return cell.trimmed().isEmpty(); }))
        return fail(Error::Kind::Invalid, u"The first line is empty: it should name the columns."_s);
    return fail(Error::Kind::Invalid,
                u"The file has no column “title”. Its first line should name the columns; it is: %1"_s.arg(
                    header.join(u", "_s).simplified().left(200)));
}

QString CsvColumns::cell(const CsvReader::Record &record, Column column) const
{
    const auto &place = m_places[column];
    return place ? record.cells.value(*place).simplified() : QString();
}

bool CsvColumns::isMovie(const CsvReader::Record &record) const
{
    const QString type = cell(record, Type).toLower();
    return type != "tv"_L1 && std::ranges::none_of(NoMovies, [&](auto word) { return type.contains(word); });
}

Result<Item> CsvColumns::item(const CsvReader::Record &record, QList<Error> &notes) const
{
    const auto read = [&](Column column, auto reader) {
        const QString text = cell(record, column);
        return noted(reader(text), text, record.line, notes);
    };
    const QString title = cell(record, Title);
    const QString original = cell(record, OriginalTitle);
    if (title.isEmpty())
        return fail(Error::Kind::Malformed, u"Line %1 has no title."_s.arg(record.line),
                    record.cells.join(u',').left(200));
    Item item{.source = u"file"_s,
              .title = title,
              .originalTitle = original.isEmpty() ? std::nullopt : std::optional(original),
              .year = read(Year, csvvalues::yearOf),
              .runtime = read(Runtime, csvvalues::minutesOf),
              .imdbId = read(Imdb, [](const QString &text) { return csvvalues::idOf(text, externalid::imdb); }),
              .tmdbId = read(Tmdb, [](const QString &text) { return csvvalues::idOf(text, externalid::tmdb); }),
              .wikidataId
              = read(Wikidata, [](const QString &text) { return csvvalues::idOf(text, externalid::wikidata); }),
              .directors = csvvalues::namesOf(cell(record, Directors)),
              .countries = csvvalues::countriesOf(cell(record, Countries)),
              .url = csvvalues::urlOf(cell(record, Url))};
    const QString id = cell(record, Id);
    item.key = id.isEmpty() ? itemlist::keyOf(item) : id;
    item.listId = itemlist::listId(item.source, item.key);
    return item;
}
