#include "facts/currency.h"
#include "facts/entitynames.h"
#include "facts/facts.h"
#include "facts/genres.h"
#include "facts/lists.h"
#include "facts/places.h"
#include "facts/source.h"
#include "facts/values.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals;

namespace {

const QString Worldwide = u"Q13780930"_s;

bool links(const Statement &statement, const QString &qualifier, const QString &id)
{
    const QList<SnakValue> values = statement.qualifiers.value(qualifier);
    return std::ranges::any_of(values, [&](const SnakValue &value) { return value == SnakValue(ItemLink{id}); });
}

MaybeFact<QString> textOf(const Entity &entity, const QString &property, const EntityNames &read)
{
    for (const Statement &statement : entity.statements(property)) {
        if (const auto *text = std::get_if<QString>(&statement.value); text && !text->trimmed().isEmpty())
            return factOf(text->trimmed(), read.source(property));
    }
    return {};
}

MaybeFact<QString> joined(QStringList names, const Source &source, QString (*readable)(const QString &) = nullptr)
{
    if (names.isEmpty())
        return {};
    const QString original = names.join(", "_L1);
    for (QString &name : names)
        name = readable ? readable(name) : name;
    names.removeDuplicates();
    const QString text = names.join(", "_L1);
    return factOf(text, source, text == original ? QString() : original);
}

/// The earliest publication; Wikidata counts festivals as well.
void readReleased(Movie &movie, const Entity &entity, const EntityNames &read)
{
    const Source source = read.source(u"P577"_s);
    std::optional<PartialDate> earliest;
    for (const Statement &statement : entity.statements(u"P577"_s)) {
        const auto *time = std::get_if<WikiTime>(&statement.value);
        if (!time)
            continue;
        const PartialDate date{.year = time->year,
                               .month = time->precision >= WikiTime::Precision::Month ? time->month : 0,
                               .day = time->precision >= WikiTime::Precision::Day ? time->day : 0};
        if (time->precision < WikiTime::Precision::Year)
            movie.unread.append(
                {.column = u"release_date"_s, .text = QString::number(time->year) + u's', .source = source});
        else if (!earliest || date < *earliest)
            earliest = date;
    }
    if (earliest)
        movie.released = factOf(*earliest, source);
}

std::optional<double> minutesOf(const Quantity &quantity)
{
    if (quantity.unit == "Q7727"_L1)
        return quantity.amount;
    if (quantity.unit == "Q11574"_L1)
        return quantity.amount / 60;
    if (quantity.unit == "Q25235"_L1)
        return quantity.amount * 60;
    return std::nullopt;
}

/// One length, or none that is sure: cuts of several lengths are not told apart.
void readRuntime(Movie &movie, const Entity &entity, const EntityNames &read)
{
    QStringList texts;
    QSet<int> lengths;
    for (const Statement &statement : entity.statements(u"P2047"_s)) {
        const auto *quantity = std::get_if<Quantity>(&statement.value);
        if (!quantity)
            continue;
        texts.append(QString::number(quantity->amount) + u' ' + quantity->unit);
        const double minutes = minutesOf(*quantity).value_or(0);
        if (minutes >= 1 && minutes < 100'000)
            lengths.insert(int(std::lround(minutes)));
    }
    if (lengths.size() == 1)
        movie.runtime = factOf(*lengths.begin(), read.source(u"P2047"_s), texts.join(", "_L1));
    else if (!texts.isEmpty())
        movie.unread.append({.column = u"runtime"_s, .text = texts.join(", "_L1), .source = read.source(u"P2047"_s)});
}

/// The largest worldwide amount if one is marked so, else the first that is of no single country, else the first.
MaybeFact<Money> moneyOf(const Entity &entity, const QString &property, const EntityNames &read)
{
    struct Amount
    {
        int scope; ///< 2 worldwide, 1 not said, 0 of a place
        double amount;
        QString unit;
    };
    QList<Amount> amounts;
    for (const Statement &statement : entity.statements(property)) {
        const auto *quantity = std::get_if<Quantity>(&statement.value);
        const bool placed = statement.qualifiers.contains(u"P3005"_s);
        if (quantity && quantity->amount > 0)
            amounts.append({links(statement, u"P3005"_s, Worldwide) ? 2
                                : placed                            ? 0
                                                                    : 1,
                            quantity->amount, quantity->unit});
    }
    if (amounts.isEmpty())
        return {};
    const auto worth = [](const Amount &each) { return std::pair(each.scope, each.scope == 2 ? each.amount : 0); };
    const Amount best = std::ranges::max(amounts, {}, worth); // the first of equals
    const Money money{.amount = best.amount, .upper = best.amount, .currency = currency::ofItem(best.unit)};
    return factOf(money, read.source(property),
                  QString(QString::number(best.amount, 'f', 0) + u' ' + best.unit).trimmed());
}

/// Who gave a score: https://www.wikidata.org/wiki/Property:P447.
QString critic(const Statement &statement)
{
    if (links(statement, u"P447"_s, u"Q105584"_s))
        return u"Rotten Tomatoes"_s;
    if (links(statement, u"P447"_s, u"Q150248"_s))
        return u"Metacritic"_s;
    return links(statement, u"P447"_s, u"Q37312"_s) ? u"IMDb"_s : QString();
}

std::optional<int> votesOf(const Statement &statement)
{
    for (const SnakValue &value : statement.qualifiers.value(u"P7887"_s)) {
        if (const auto *quantity = std::get_if<Quantity>(&value))
            return int(std::clamp(quantity->amount, 0.0, 2e9));
    }
    return std::nullopt;
}

void readRatings(Movie &movie, const Entity &entity, const EntityNames &read)
{
    const QString tomatoAverage = u"Q108403540"_s;
    QList<Statement> statements = entity.statements(u"P444"_s);
    std::ranges::stable_partition(statements,
                                  [&](const Statement &each) { return !links(each, u"P459"_s, tomatoAverage); });
    Once once; // the Tomatometer before the average
    for (const Statement &statement : std::as_const(statements)) {
        const auto *text = std::get_if<QString>(&statement.value);
        const QString source = critic(statement);
        if (!text || source.isEmpty())
            continue;
        const auto score = values::score(*text);
        if (!score)
            movie.unread.append({.column = u"rating"_s, .text = *text, .source = read.source(u"P444"_s)});
        else if (once.isNew(source))
            movie.ratings.append(
                factOf(Rating{.source = source, .score = *score, .original = *text, .votes = votesOf(statement)},
                       read.source(u"P444"_s)));
    }
}

/// https://www.wikidata.org/wiki/Property:P1657
QString motionPictureRating(const QString &id)
{
    static const QHash<QString, QString> ratings{{u"Q23660208"_s, u"G"_s},     {u"Q18665334"_s, u"PG"_s},
                                                 {u"Q18665339"_s, u"PG-13"_s}, {u"Q18665344"_s, u"R"_s},
                                                 {u"Q18665349"_s, u"NC-17"_s}, {u"Q47274658"_s, u"X"_s},
                                                 {u"Q29841070"_s, u"M"_s},     {u"Q29841078"_s, u"GP"_s}};
    return ratings.value(id);
}

void readAgeRating(Movie &movie, const Entity &entity, const Labels &labels, const EntityNames &read)
{
    for (const Statement &statement : entity.statements(u"P1657"_s)) {
        const auto *link = std::get_if<ItemLink>(&statement.value);
        if (!link)
            continue;
        const QString known = motionPictureRating(link->id);
        const QString rating = known.isEmpty() ? labels.value(link->id).name : known;
        if (!rating.isEmpty()) {
            movie.ageRating = factOf(rating, read.source(u"P1657"_s), link->id);
            return;
        }
        movie.unread.append({.column = u"age_rating"_s, .text = link->id, .source = read.source(u"P1657"_s)});
    }
}

void readGenres(Movie &movie, const EntityNames &read)
{
    Once once;
    for (const QString &label : read.linked(u"P136"_s, u"genres"_s, movie)) {
        if (const QString name = genres::readable(label); once.isNew(name))
            movie.genres.append(factOf(name, read.source(u"P136"_s), name == label ? QString() : label));
    }
}

void readHomepage(Movie &movie, const Entity &entity, const EntityNames &read)
{
    const auto address = textOf(entity, u"P856"_s, read);
    const QUrl url = address ? QUrl(address->value, QUrl::StrictMode) : QUrl();
    if (url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1))
        movie.homepage = factOf(url, address->source);
}

void readTexts(Movie &movie, const Entity &entity, const EntityNames &read)
{
    if (!entity.label.isEmpty())
        movie.title = factOf(entity.label, read.source(u"label"_s));
    movie.originalTitle = textOf(entity, u"P1476"_s, read);
    movie.imdbId = textOf(entity, u"P345"_s, read);
    movie.tmdbId = textOf(entity, u"P4947"_s, read);
    movie.country = joined(read.linked(u"P495"_s, u"country"_s, movie), read.source(u"P495"_s), places::country);
    const QString language = entity.statements(u"P364"_s).isEmpty() ? u"P407"_s : u"P364"_s;
    movie.language = joined(read.linked(language, u"language"_s, movie), read.source(language));
}

}

Movie facts::fromEntity(const Entity &entity, const Labels &labels, const QDateTime &at)
{
    Movie movie{.wikidataId = entity.id, .article = entity.article.value_or(QString())};
    const EntityNames read(entity, labels, at);
    readTexts(movie, entity, read);
    readReleased(movie, entity, read);
    readRuntime(movie, entity, read);
    movie.budget = moneyOf(entity, u"P2130"_s, read);
    movie.boxOffice = moneyOf(entity, u"P2142"_s, read);
    movie.directors = read.names(u"P57"_s, u"directors"_s, movie);
    movie.writers = read.names(u"P58"_s, u"writers"_s, movie);
    movie.studios = read.names(u"P272"_s, u"studios"_s, movie);
    movie.distributors = read.names(u"P750"_s, u"distributors"_s, movie);
    movie.cast = read.cast(movie);
    readGenres(movie, read);
    readRatings(movie, entity, read);
    readAgeRating(movie, entity, labels, read);
    readHomepage(movie, entity, read);
    return movie;
}
