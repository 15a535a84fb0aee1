#include "gallery/htmlentries.h"

#include "gallery/justwatchanswer.h"
#include "gallery/pathwords.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

constexpr int FirstFilm = 1880;

using Entry = htmlentries::Entry;
using Elements = QList<HtmlTree::Element>;

std::optional<QUrl> linkOf(const Elements &card, const QUrl &base)
{
    std::optional<QUrl> first;
    for (const auto &element : card) {
        const QString href = element.name() == "a"_L1 ? element.attribute("href").trimmed() : QString();
        if (href.isEmpty())
            continue;
        QUrl url = base.resolved(QUrl(href));
        if (htmlentries::kindOf(url) != Entry::Kind::Unclear)
            return url;
        if (!first)
            first = url;
    }
    return first;
}

/// Pictures that are loaded late have their address elsewhere.
std::optional<QUrl> posterOf(const Elements &card)
{
    for (const char *name : {"data-src", "src", "data-srcset", "srcset"}) {
        for (const auto &element : card) {
            const QString first = element.attribute(name).trimmed().section(u',', 0, 0).section(u' ', 0, 0);
            if (const auto url = htmlentries::picture(first))
                return url;
        }
    }
    return {};
}

QString idOf(const HtmlTree::Element &element)
{
    static const QRegularExpression id(u"^tm[1-9]\\d{0,11}$"_s);
    const QString text = element.attribute("data-id");
    return id.match(text).hasMatch() ? text : QString();
}

/// Whether the page itself says that this is one of its titles.
bool isMarked(const HtmlTree::Element &element)
{
    return element.attribute("data-testid") == "titleItem"_L1;
}

std::optional<Entry> cardOf(const HtmlTree::Element &element, const QUrl &base)
{
    const Elements inside = element.own("data-title"); // cards in cards must not cost their product
    const auto url = linkOf(inside, base);
    const auto kind = url ? htmlentries::kindOf(*url) : Entry::Kind::Unclear;
    if (kind == Entry::Kind::Unclear && !isMarked(element))
        return {};
    const QString title = element.attribute("data-title").simplified();
    return Entry{.kind = kind,
                 .id = idOf(element),
                 .title = title,
                 .url = url.value_or(QUrl()),
                 .year = url ? htmlentries::yearOfSlug(*url, title) : std::nullopt,
                 .poster = posterOf(inside)};
}

}

QList<htmlentries::Entry> htmlentries::cards(const QList<HtmlTree::Element> &elements, const QUrl &base)
{
    QList<Entry> entries;
    for (const auto &element : elements) {
        if (!element.has("data-title"))
            continue;
        if (const auto card = cardOf(element, base))
            entries.append(*card);
    }
    return entries;
}

htmlentries::Entry::Kind htmlentries::kindOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyDecoded).normalized(QString::NormalizationForm_C);
    QStringList words = path.split(u'/', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return Entry::Kind::Unclear;
    words.removeLast(); // the title's own word may be anything
    if (std::ranges::any_of(words, pathwords::isShow))
        return Entry::Kind::Show;
    return std::ranges::any_of(words, pathwords::isMovie) ? Entry::Kind::Movie : Entry::Kind::Unclear;
}

std::optional<int> htmlentries::yearOfSlug(const QUrl &url, const QString &title)
{
    const QString slug = url.fileName(QUrl::FullyDecoded);
    static const QRegularExpression year(u"-(\\d{4})$"_s);
    const QString digits = year.match(slug).captured(1);
    const int number = digits.toInt();
    if (number < FirstFilm || number > QDate::currentDate().year() + 1 || title.trimmed().endsWith(digits))
        return {};
    return number;
}

std::optional<QUrl> htmlentries::picture(const QString &text)
{
    const bool isWhole = text.startsWith("https://"_L1) || text.startsWith("/poster/"_L1);
    return isWhole ? justwatch::pictureUrl(text, u"s718"_s, u"jpg"_s) : std::nullopt;
}
