#include "facts/articlecast.h"
#include "facts/currency.h"
#include "facts/facts.h"
#include "facts/lists.h"
#include "facts/places.h"
#include "facts/source.h"
#include "facts/values.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

using Names = QList<Fact<Name>>;

QList<InfoboxLine> linesOf(const Article &article, const QString &field)
{
    return article.infobox.value(field).lines;
}

/// Whether a field says that nothing is known, or nothing at all.
bool saysNothing(const QString &text)
{
    static const QRegularExpression nothing(
        u"^[\\s.]*(?:tba|tbd|tbc|n/?a|none|unknown|not known|undisclosed|varies|mins?|minutes|[^\\p{L}\\p{N}]*)?[\\s.]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return nothing.match(text).hasMatch();
}

Names namesOf(const Article &article, const QString &field)
{
    Names found;
    Once once;
    const Source from = source::ofField(article, field);
    for (const InfoboxLine &line : linesOf(article, field)) {
        const QString name = names::bare(line.text);
        if (once.isNew(name))
            found.append(factOf(Name{.name = name}, from, name == line.text ? QString() : line.text));
    }
    return found;
}

/// Who wrote it: the screenplay's authors where they are named, else the writers.
Names writersOf(const Article &article)
{
    const Names screenplay = namesOf(article, u"screenplay"_s);
    return screenplay.isEmpty() ? namesOf(article, u"writer"_s) : screenplay;
}

/// Names joined by commas, as the column wants them.
MaybeFact<QString> joinedNames(const Article &article, const QString &field, QString (*readable)(const QString &))
{
    QStringList found;
    for (const InfoboxLine &line : linesOf(article, field)) {
        const QString name = readable(names::bare(line.text));
        if (!name.isEmpty() && !found.contains(name))
            found.append(name);
    }
    if (found.isEmpty())
        return {};
    const QString text = found.join(", "_L1);
    const QString original = values::joined(linesOf(article, field));
    return factOf(text, source::ofField(article, field), original == text ? QString() : original);
}

QString languageOf(const QString &name)
{
    static const QRegularExpression word(u"\\s+language$|\\s+dialogue$|\\s+intertitles$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return QString(name).remove(word);
}

/// A value of a field, read; what cannot be read is kept as text.
template<typename T>
MaybeFact<T> readField(Movie &movie, const Article &article, const QString &field, const QString &column,
                       const std::optional<T> &value)
{
    const QString text = values::joined(linesOf(article, field));
    const Source source = source::ofField(article, field);
    if (value)
        return factOf(*value, source, text);
    if (!saysNothing(text))
        movie.unread.append({.column = column, .text = text, .source = source});
    return {};
}

/// Rupees, crores and kroner are of the country the film is of; so is the yuan that is written with the sign of the
/// yen.
void nameCurrency(Money &money, const QString &text, const QString &country)
{
    if (money.currency.isEmpty()
        && text.contains(QRegularExpression(u"\\bRs|₨|crore|lakh|\\bkr"_s, QRegularExpression::CaseInsensitiveOption)))
        money.currency = currency::ofCountry(country);
    else if (money.currency == "JPY"_L1 && country == "China"_L1)
        money.currency = u"CNY"_s;
}

void readMoney(Movie &movie, const Article &article, const QString &field, const QString &column,
               MaybeFact<Money> Movie::*into)
{
    const QString text = values::joined(linesOf(article, field));
    auto money = values::money(text);
    if (money)
        nameCurrency(*money, text, movie.country ? movie.country->value : QString());
    movie.*into = readField(movie, article, field, column, money);
}

void readTitles(Movie &movie, const Article &article)
{
    const QString title = names::titleOf(article.title);
    movie.title
        = factOf(title, source::ofSection(article, u"title"_s), title == article.title ? QString() : article.title);
    const QList<InfoboxLine> native = linesOf(article, u"native_name"_s);
    static const QRegularExpression label(
        u"^\\(?\\s*(?:[\\w-]+\\s?:)?\\s*([^()]+?)\\s*\\)?$"_s); // "(Catalan: Actrius)"
    if (native.isEmpty())
        return;
    const auto match = label.match(native.first().text);
    movie.originalTitle = factOf(match.hasMatch() ? match.captured(1) : native.first().text,
                                 source::ofField(article, u"native_name"_s), native.first().text);
}

void readValues(Movie &movie, const Article &article)
{
    movie.country = joinedNames(article, u"country"_s, places::country);
    movie.language = joinedNames(article, u"language"_s, languageOf);
    movie.released = readField(movie, article, u"released"_s, u"release_date"_s,
                               values::released(linesOf(article, u"released"_s)));
    movie.runtime
        = readField(movie, article, u"runtime"_s, u"runtime"_s, values::runtime(linesOf(article, u"runtime"_s)));
    readMoney(movie, article, u"budget"_s, u"budget"_s, &Movie::budget);
    readMoney(movie, article, u"gross"_s, u"box_office"_s, &Movie::boxOffice);
}

}

Movie facts::fromArticle(const Article &article)
{
    return fromArticle(article, people::titles(article));
}

Movie facts::fromArticle(const Article &article, const people::Titles &titles)
{
    Movie movie{.article = article.title};
    readTitles(movie, article);
    readValues(movie, article);
    movie.directors = namesOf(article, u"director"_s);
    movie.writers = writersOf(article);
    movie.studios = namesOf(article, u"production_companies"_s);
    movie.distributors = namesOf(article, u"distributor"_s);
    movie.cast = cast::ofArticle(article, titles);
    if (!article.plot.isEmpty())
        movie.plot = factOf(article.plot, source::ofSection(article, u"Plot"_s));
    return movie;
}
