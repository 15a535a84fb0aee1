#include "gallery/csvcolumns.h"

#include "data/externalid.h"
#include "data/itemlist.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;

namespace {

struct Name
{
    QLatin1StringView name; ///< lower case, letters and digits only
    CsvColumns::Column column;
};
constexpr std::array Names{
    Name{"id"_L1, CsvColumns::Id},
    Name{"key"_L1, CsvColumns::Id},
    Name{"title"_L1, CsvColumns::Title},
    Name{"name"_L1, CsvColumns::Title},
    Name{"primarytitle"_L1, CsvColumns::Title},
    Name{"movie"_L1, CsvColumns::Title},
    Name{"film"_L1, CsvColumns::Title},
    Name{"originaltitle"_L1, CsvColumns::OriginalTitle},
    Name{"year"_L1, CsvColumns::Year},
    Name{"releaseyear"_L1, CsvColumns::Year},
    Name{"startyear"_L1, CsvColumns::Year},
    Name{"released"_L1, CsvColumns::Year},
    Name{"releasedate"_L1, CsvColumns::Year},
    Name{"runtime"_L1, CsvColumns::Runtime},
    Name{"runtimeminutes"_L1, CsvColumns::Runtime},
    Name{"runtimemins"_L1, CsvColumns::Runtime},
    Name{"duration"_L1, CsvColumns::Runtime},
    Name{"imdb"_L1, CsvColumns::Imdb},
    Name{"imdbid"_L1, CsvColumns::Imdb},
    Name{"const"_L1, CsvColumns::Imdb},
    Name{"tconst"_L1, CsvColumns::Imdb},
    Name{"tmdb"_L1, CsvColumns::Tmdb},
    Name{"tmdbid"_L1, CsvColumns::Tmdb},
    Name{"wikidata"_L1, CsvColumns::Wikidata},
    Name{"wikidataid"_L1, CsvColumns::Wikidata},
    Name{"director"_L1, CsvColumns::Directors},
    Name{"directors"_L1, CsvColumns::Directors},
    Name{"country"_L1, CsvColumns::Countries},
    Name{"countries"_L1, CsvColumns::Countries},
    Name{"productioncountries"_L1, CsvColumns::Countries},
    Name{"type"_L1, CsvColumns::Type},
    Name{"objecttype"_L1, CsvColumns::Type},
    Name{"titletype"_L1, CsvColumns::Type},
    Name{"url"_L1, CsvColumns::Url},
    Name{"uri"_L1, CsvColumns::Url},
    Name{"jwhref"_L1, CsvColumns::Url},
    Name{"letterboxduri"_L1, CsvColumns::Url},
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

/// "1939", "1939.0", "1939-08-25".
std::optional<int> yearOf(const QString &text)
{
    static const QRegularExpression year(u"^(1[89]\\d\\d|20\\d\\d)(?:\\.0+|-\\d\\d-\\d\\d.*)?$"_s);
    const auto found = year.match(text);
    return found.hasMatch() ? std::optional(found.captured(1).toInt()) : std::nullopt;
}

/// "102", "102.0", "102 min", "1h 42m"; 0 is unknown.
std::optional<int> minutesOf(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:(\\d{1,3})\\s*h(?:ours?)?)?\\s*(?:(\\d{1,5})(?:\\.0+)?\\s*(?:m|min|mins|minutes)?\\.?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto found = form.match(text);
    const int minutes = found.captured(1).toInt() * 60 + found.captured(2).toInt();
    return minutes > 0 ? std::optional(minutes) : std::nullopt;
}

/// An id alone, or at the end of an address ("https://www.imdb.com/title/tt0113277/").
std::optional<QString> idOf(const QString &text, std::optional<QString> (*check)(const QString &))
{
    return check(text.contains(u'/') ? text.section(u'/', -1, -1, QString::SectionSkipEmpty) : text);
}

/// Names between `;`, `|` or commas, also as a list of Python ("['A', 'B']").
QStringList namesOf(QString text)
{
    static const QRegularExpression strong(u"\\s*[;|]\\s*"_s);
    static const QRegularExpression weak(u"\\s*,\\s*"_s);
    static const QRegularExpression brackets(u"^\\[['\"]?|['\"]?\\]$|(?<=,)\\s*['\"]|['\"](?=,)"_s);
    if (text.startsWith(u'['))
        text.remove(brackets);
    return text.split(text.contains(strong) ? strong : weak, Qt::SkipEmptyParts);
}

QStringList countriesOf(const QString &text)
{
    static const QRegularExpression code(u"\\b(?!XX\\b)[A-Z]{2}\\b"_s);
    QStringList codes;
    for (auto found = code.globalMatch(text); found.hasNext();)
        codes.append(found.next().captured());
    return codes;
}

QUrl urlOf(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1 ? url : QUrl();
}

/// Notes what stands in a cell and could not be read.
template<typename T>
T noted(T value, const QString &text, int line, QList<Error> &notes)
{
    const bool isUnknown = text.isEmpty() || text == "0"_L1 || text == "\\N"_L1;
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
        const auto found = std::ranges::find(Names, plain(header[i]), &Name::name);
        if (found != Names.end() && !columns.m_places[found->column])
            columns.m_places[found->column] = i;
    }
    if (columns.m_places[Title])
        return columns;
    return fail(Error::Kind::Invalid,
                u"The file has no column “title”. Its first line should name the columns; it is: %1"_s.arg(
                    header.join(u", "_s).simplified().left(200)));
}

QString CsvColumns::cell(const CsvReader::Record &record, Column column) const
{
    return m_places[column] ? record.cells.value(*m_places[column]).simplified() : QString();
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
              .year = read(Year, yearOf),
              .runtime = read(Runtime, minutesOf),
              .imdbId = read(Imdb, [](const QString &text) { return idOf(text, externalid::imdb); }),
              .tmdbId = read(Tmdb, [](const QString &text) { return idOf(text, externalid::tmdb); }),
              .wikidataId = read(Wikidata, [](const QString &text) { return idOf(text, externalid::wikidata); }),
              .directors = namesOf(cell(record, Directors)),
              .countries = countriesOf(cell(record, Countries)),
              .url = urlOf(cell(record, Url))};
    const QString id = cell(record, Id);
    item.key = id.isEmpty() ? itemlist::keyOf(item) : id;
    item.listId = itemlist::listId(item.source, item.key);
    return item;
}
