#include "articletext.h"

#include "plot.h"
#include "vocabulary.h"

namespace origin::articletext {

namespace {

constexpr qsizetype Starring = 6;

QByteArray linked(const QByteArray &name)
{
    return "[[" + name + "]]";
}

/// A name, or a plain list of several.
QByteArray listed(const QByteArrayList &names)
{
    if (names.size() < 2)
        return names.value(0);
    return "{{Plainlist|\n* " + names.join("\n* ") + "\n}}";
}

QByteArrayList people(const World &world, const QList<Credit> &credits, qsizetype most)
{
    QByteArrayList names;
    for (const Credit &credit : credits.first(std::min(most, credits.size())))
        names.append(linked(world.people[credit.person].name));
    return names;
}

QByteArrayList labels(const World &world, const QList<qint32> &qids)
{
    QByteArrayList names;
    for (const qint32 qid : qids)
        names.append(world.label(qid));
    return names;
}

QByteArrayList linkedLabels(const World &world, const QList<qint32> &qids)
{
    QByteArrayList names = labels(world, qids);
    std::ranges::transform(names, names.begin(), linked);
    return names;
}

void field(QByteArray &out, QByteArrayView name, const QByteArray &value)
{
    if (!value.isEmpty())
        out.append("| ").append(name).append(" = ").append(value).append('\n');
}

QByteArray filmDate(const Film &film)
{
    if (film.date.isEmpty())
        return {};
    const QByteArrayList parts = film.date.split('-');
    return "{{Film date|" + parts[0] + '|' + QByteArray::number(parts.value(1).toInt()) + '|'
        + QByteArray::number(parts.value(2).toInt()) + "}}";
}

QByteArray money(qint64 dollars)
{
    if (dollars <= 0)
        return {};
    if (dollars % 100'000 == 0)
        return '$' + QByteArray::number(double(dollars) / 1e6) + " million";
    return "${{formatnum:" + QByteArray::number(dollars) + "}}";
}

void infobox(const World &world, const Film &film, QByteArray &out)
{
    out += "{{Infobox film\n";
    field(out, "name", film.name);
    field(out, "director", listed(people(world, film.directors, 9)));
    field(out, "writer", listed(people(world, film.writers, 9)));
    field(out, "starring", listed(people(world, film.cast, Starring)));
    field(out, "production_companies", listed(linkedLabels(world, film.studios)));
    field(out, "distributor", listed(linkedLabels(world, film.distributors)));
    field(out, "released", filmDate(film));
    field(out, "runtime", film.runtime > 0 ? QByteArray::number(film.runtime) + " minutes" : QByteArray());
    field(out, "country", listed(labels(world, film.countries)));
    field(out, "language", listed(labels(world, film.languages)));
    field(out, "budget", money(film.budget));
    field(out, "gross", money(film.gross));
    out += "}}\n";
}

QByteArray adjective(const Film &film)
{
    const auto *country = film.countries.isEmpty() ? nullptr : vocabulary::countryByQid(film.countries.first());
    return country ? country->adjective + QByteArray(" ") : QByteArray();
}

QByteArray directors(const World &world, const Film &film)
{
    QByteArrayList names;
    for (const Credit &credit : film.directors)
        names.append(world.people[credit.person].name);
    return names.join(" and ");
}

void castList(const World &world, const Film &film, QByteArray &out)
{
    if (film.cast.isEmpty())
        return;
    out += "\n== Cast ==\n";
    for (const Credit &credit : film.cast) {
        out.append("* ").append(linked(world.people[credit.person].name));
        if (credit.character >= 0)
            out.append(" as ").append(world.characters[credit.character]);
        out += '\n';
    }
}

QByteArray sentence(const World &world, const Film &film)
{
    QByteArray text = film.name + " is a";
    text += film.year > 0 ? ' ' + QByteArray::number(film.year) + ' ' : QByteArray(" ");
    text += adjective(film);
    if (!film.genres.isEmpty())
        text += world.label(film.genres.first()).replace(" film", "") + ' ';
    text += "film";
    if (!film.directors.isEmpty())
        text += " directed by " + directors(world, film);
    if (!film.cast.isEmpty())
        text += " and starring " + people(world, film.cast, 3).join(", ").replace("[[", "").replace("]]", "");
    return text + '.';
}

}

QByteArray description(const World &world, const Film &film)
{
    QByteArray text = film.year > 0 ? QByteArray::number(film.year) + ' ' : QByteArray();
    text += adjective(film) + "film";
    if (!film.directors.isEmpty())
        text += " by " + directors(world, film);
    return text;
}

QByteArray compose(const World &world, const Page &page)
{
    const Film &film = world.films[page.film];
    QByteArray out;
    out.reserve(6000);
    out.append("{{Short description|").append(page.description).append("}}\n");
    infobox(world, film, out);
    out.append("'''''").append(film.name).append("'''''").append(sentence(world, film).sliced(film.name.size()));
    out += "<ref>{{cite web |title=Catalogue}}</ref>\n\n== Plot ==\n";
    out += plot(page.id);
    castList(world, film, out);
    out += "\n== Release ==\nThe film was released in theatres.\n\n== External links ==\n* {{IMDb title|";
    out.append(film.imdb.mid(2)).append("}}\n\n[[Category:").append(QByteArray::number(film.year)).append(" films]]\n");
    return out;
}

QByteArray lead(const World &world, const Page &page)
{
    if (page.film >= 0 && page.text.isEmpty())
        return sentence(world, world.films[page.film]);
    const QByteArray text = plain(QByteArrayView(page.text).first(std::min<qsizetype>(page.text.size(), 20'000)));
    return text.left(std::max<qsizetype>(text.indexOf('\n'), 0) ? text.indexOf('\n') : text.size());
}

}
