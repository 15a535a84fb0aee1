#include "store/fields.h"

#include "store/sql.h"

#include <cmath>

using namespace Qt::Literals;
using fields::Field;

namespace {

constexpr double MostMoney = 1e13; // NUMERIC(15, 2) ends here

void add(QList<Field> &list, const QString &column, const MaybeFact<QString> &fact)
{
    if (fact)
        list.append({column, sql::textOrNull(fact->value), &fact->source, fact->original});
}

void add(QList<Field> &list, const QString &column, const MaybeFact<QUrl> &fact)
{
    if (fact)
        list.append({column, sql::textOrNull(fact->value.toString(QUrl::FullyEncoded)), &fact->source, fact->original});
}

QString textOf(const PartialDate &date)
{
    QString text = QString::number(date.year);
    if (date.month)
        text += u"-%1"_s.arg(date.month, 2, 10, QChar(u'0'));
    return date.day ? QString(text + u"-%1"_s.arg(date.day, 2, 10, QChar(u'0'))) : text;
}

void add(QList<Field> &list, const Fact<PartialDate> &fact)
{
    const QVariant date = sql::date(fact.value.date());
    const bool toTell = date.isNull() && fact.original.isEmpty();
    list.append({u"release_date"_s, date, &fact.source, toTell ? textOf(fact.value) : fact.original});
}

QString numberOf(double amount)
{
    return QString::number(amount, 'f', QLocale::FloatingPointShortest);
}

QString textOf(const Money &money)
{
    const QString prefix = money.currency.isEmpty() ? QString() : QString(money.currency + u' ');
    const QString text = prefix + numberOf(money.amount);
    return money.upper > money.amount ? QString(text + u'-' + numberOf(money.upper)) : text;
}

/// The amount as it is, in its currency, which has a column of its own.
void add(QList<Field> &list, const QString &column, const MaybeFact<Money> &fact)
{
    if (!fact)
        return;
    const Money &money = fact->value;
    const bool fits = std::isfinite(money.amount) && money.amount >= 0 && money.amount < MostMoney;
    const QVariant amount = fits ? QVariant(money.amount) : QVariant();
    list.append({column, amount, &fact->source, fact->original.isEmpty() ? textOf(money) : fact->original});
    list.append({column + u"_currency"_s, fits ? sql::textOrNull(money.currency) : QVariant()});
}

void add(QList<Field> &list, const Fact<Rating> &fact)
{
    const double score = fact.value.score;
    const bool fits = std::isfinite(score) && score >= 0 && score <= 10;
    list.append({u"rating"_s, fits ? QVariant(std::round(score * 10) / 10) : QVariant(), &fact.source,
                 fact.original.isEmpty() ? fact.value.original : fact.original});
    if (fact.value.votes)
        list.append({u"rating_count"_s, *fact.value.votes, &fact.source});
}

}

QList<Field> fields::of(const Movie &movie)
{
    QList<Field> list;
    list.reserve(columns().size());
    add(list, u"title"_s, movie.title);
    add(list, u"original_title"_s, movie.originalTitle);
    add(list, u"plot"_s, movie.plot);
    add(list, u"language"_s, movie.language);
    add(list, u"country"_s, movie.country);
    if (movie.released)
        add(list, *movie.released);
    if (movie.runtime)
        list.append({u"runtime"_s, movie.runtime->value, &movie.runtime->source, movie.runtime->original});
    add(list, u"budget"_s, movie.budget);
    add(list, u"box_office"_s, movie.boxOffice);
    if (movie.rating)
        add(list, *movie.rating);
    add(list, u"poster_url"_s, movie.posterUrl);
    add(list, u"trailer_url"_s, movie.trailerUrl);
    add(list, u"age_rating"_s, movie.ageRating);
    add(list, u"imdb_id"_s, movie.imdbId);
    add(list, u"tmdb_id"_s, movie.tmdbId);
    add(list, u"homepage"_s, movie.homepage);
    if (!movie.wikidataId.isEmpty())
        list.append({u"wikidata_id"_s, movie.wikidataId});
    if (!movie.article.isEmpty())
        list.append({u"article"_s, movie.article});
    return list;
}

const QStringList &fields::columns()
{
    static const QStringList columns{
        u"title"_s,        u"original_title"_s, u"plot"_s,       u"language"_s,        u"country"_s,
        u"release_date"_s, u"runtime"_s,        u"budget"_s,     u"box_office"_s,      u"rating"_s,
        u"rating_count"_s, u"director_id"_s,    u"writer_id"_s,  u"studio_id"_s,       u"distributor_id"_s,
        u"poster_url"_s,   u"trailer_url"_s,    u"age_rating"_s, u"imdb_id"_s,         u"tmdb_id"_s,
        u"homepage"_s,     u"wikidata_id"_s,    u"article"_s,    u"budget_currency"_s, u"box_office_currency"_s};
    return columns;
}
