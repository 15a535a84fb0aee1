#include "filmclaims.h"

namespace origin {

namespace {

constexpr qint32 FilmClass = 11424;
constexpr qint32 Minute = 7727;
constexpr qint32 UsDollar = 4917;
constexpr qint32 RottenTomatoes = 105584;
constexpr qint32 Tomatometer = 108403393;

void addItems(QList<Claim> &claims, int property, const QList<qint32> &qids)
{
    for (const qint32 qid : qids)
        claims.append({.property = property, .value = Value::item(qid)});
}

void addPeople(const World &world, QList<Claim> &claims, int property, const QList<Credit> &credits)
{
    for (const Credit &credit : credits) {
        const qint32 qid = world.people[credit.person].qid;
        if (qid == 0)
            continue;
        claims.append({.property = property, .value = Value::item(qid)});
        if (credit.character >= 0)
            claims.last().qualifiers = {{4633, Value::string(world.characters[credit.character])}};
    }
}

void addString(QList<Claim> &claims, int property, const QByteArray &text)
{
    if (!text.isEmpty())
        claims.append({.property = property, .value = Value::string(text)});
}

void addAmount(QList<Claim> &claims, int property, qint64 amount, qint32 unit)
{
    if (amount > 0)
        claims.append({.property = property, .value = Value::amount(QByteArray::number(amount), unit)});
}

void addDate(QList<Claim> &claims, const Film &film)
{
    if (film.date.isEmpty())
        return;
    claims.append({.property = 577, .value = Value::time(film.date)});
    if (!film.countries.isEmpty())
        claims.last().qualifiers = {{291, Value::item(film.countries.first())}};
}

void addReview(QList<Claim> &claims, const Film &film)
{
    if (film.tomatoMeter < 0)
        return;
    claims.append({.property = 444,
                   .value = Value::string(QByteArray::number(film.tomatoMeter) + '%'),
                   .qualifiers = {{447, Value::item(RottenTomatoes)}, {459, Value::item(Tomatometer)}}});
}

}

QList<Claim> filmClaims(const World &world, const Film &film)
{
    QList<Claim> claims;
    claims.reserve(48);
    claims.append({.property = 31, .value = Value::item(FilmClass)});
    claims.append({.property = 1476, .value = {.kind = Value::Kind::Monolingual, .text = film.name}});
    addPeople(world, claims, 57, film.directors);
    addPeople(world, claims, 58, film.writers);
    addPeople(world, claims, 161, film.cast);
    addItems(claims, 272, film.studios);
    addItems(claims, 750, film.distributors);
    addItems(claims, 136, film.genres);
    addItems(claims, 495, film.countries);
    addItems(claims, 364, film.languages);
    addDate(claims, film);
    addAmount(claims, 2047, film.runtime, Minute);
    addAmount(claims, 2130, film.budget, UsDollar);
    addAmount(claims, 2142, film.gross, UsDollar);
    addReview(claims, film);
    addString(claims, 345, film.imdb);
    addString(claims, 4947, film.tmdb);
    return claims;
}

}
