#include "wiki/wikitexttemplates.h"

#include <QHash>

#include <algorithm>
#include <ranges>

using namespace Qt::Literals;
using wikitext::Argument;
using wikitext::Call;
using wikitext::Form;
using wikitext::Show;

namespace {

using Handler = void (*)(Show &, const Call &);

bool isPosition(const Argument &argument)
{
    return std::ranges::all_of(argument.name, [](QChar c) { return c.isDigit(); });
}

template<int N>
void positional(Show &show, const Call &call)
{
    show.argument(call.find(QString::number(N)));
}

/// The last one written: {{transliteration|ja|ISO|text}}.
void last(Show &show, const Call &call)
{
    const auto fromTheEnd = call.arguments | std::views::reverse;
    const auto found = std::ranges::find_if(fromTheEnd, isPosition);
    show.argument(found == fromTheEnd.end() ? nullptr : &*found);
}

/// All of them in one line, {{sortname|Greta|Gerwig}}, {{linktext|two|words}}.
template<char16_t Between>
void joined(Show &show, const Call &call)
{
    bool first = true;
    for (const Argument &argument : call.arguments) {
        if (!isPosition(argument))
            continue;
        if (!std::exchange(first, false) && Between)
            show.put(QString(QChar(Between)));
        show.argument(&argument);
    }
}

void sortName(Show &show, const Call &call)
{
    positional<1>(show, call);
    show.put(u" ");
    positional<2>(show, call);
}

/// Each argument is an entry of its own, or several.
void list(Show &show, const Call &call)
{
    for (const Argument &argument : call.arguments) {
        if (!isPosition(argument))
            continue;
        show.newLine(1);
        show.argument(&argument);
    }
    show.newLine();
}

/// Entries in one line where it is prose.
void inlineList(Show &show, const Call &call)
{
    return show.form() == Form::Lines ? list(show, call) : joined<u' '>(show, call);
}

void basedOn(Show &show, const Call &call)
{
    positional<1>(show, call);
    if (!call.raw(u"2").isEmpty()) {
        show.put(u" by ");
        positional<2>(show, call);
    }
}

/// {{Film name|native=…}}, {{Infobox name module|traditional=…}}, {{Chinese|t=…}}: the title in its own script.
void nativeName(Show &show, const Call &call)
{
    constexpr std::array names{"native"_L1, "kanji"_L1, "traditional"_L1, "hangul"_L1, "simplified"_L1,
                               "t"_L1,      "s"_L1,     "c"_L1,           "title"_L1,  "1"_L1};
    for (const QLatin1StringView name : names) {
        if (!call.raw(QString(name)).isEmpty())
            return show.argument(call.find(QString(name)));
    }
}

void convert(Show &show, const Call &call)
{
    positional<1>(show, call);
    show.put(u" ");
    positional<2>(show, call);
}

void fraction(Show &show, const Call &call)
{
    const QStringList parts{call.raw(u"1"), call.raw(u"2"), call.raw(u"3")};
    if (parts[2].isEmpty())
        return show.put(parts[1].isEmpty() ? QString(u"1/"_s + parts[0]) : QString(parts[0] + u'/' + parts[1]));
    show.put(QString(parts[0] + u' ' + parts[1] + u'/' + parts[2]));
}

void asOf(Show &show, const Call &call)
{
    show.put(call.raw(u"lc").isEmpty() ? u"As of " : u"as of ");
    joined<u' '>(show, call);
}

struct Family
{
    Handler handler;
    QString names; ///< in lower case, apart by "|"
};

const QList<Family> &families()
{
    static const QList<Family> all{
        {list,
         u"plainlist|plain list|ubl|ublist|unbulleted list|unbulletedlist|bulleted list|bulletedlist|vunblist|blist|"
         "indented plainlist|collapsible list|ordered list|br separated entries|brlist|castlist|cast listing|cast list|"
         "columns-list|div col"_s},
        {inlineList,
         u"hlist|flatlist|flat list|horizontal list|cslist|hlist-comma|comma separated entries|flowlist|dotlist"_s},
        {positional<1>,
         u"nowrap|nobr|nobreak|no wrap|no break|nwr|nbsp wrap|avoid wrap|small|smaller|resize|big|larger|normal|center|"
         "nobold|noitalic|no italics|not italic|italics|bold|em|strong|script|text|align|longitem|normalwraplink|"
         "abbr|abbrlink|tooltip|ill|interlanguage link|illm|interlanguage link multi|nihongo|nihongo title|nihongo krt|"
         "translation|proper name|title case|singular|first word|visible anchor|vanchor|sic|not a typo|typo|"
         "quote|blockquote|cquote|poemquote|flag|flagu|flagcountry|flagdeco|url|date|formatnum|val|nts"_s},
        {positional<2>, u"lang|langx|native name|color|colour|font color|font|sort|hs"_s},
        {last, u"transliteration|transl|native phrase"_s},
        {joined<0>, u"linktext|zh"_s},
        {sortName, u"sortname"_s},
        {basedOn, u"based on"_s},
        {nativeName, u"film name|infobox name module|chinese|infobox chinese|korean"_s},
        {convert, u"convert|cvt"_s},
        {fraction, u"frac|fraction|sfrac"_s},
        {asOf, u"as of"_s},
    };
    return all;
}

Handler handlerOf(const QString &key)
{
    static const QHash<QString, Handler> byName = [] {
        QHash<QString, Handler> handlers;
        for (const Family &family : families()) {
            for (const QString &name : family.names.split(u'|'))
                handlers.insert(name, family.handler);
        }
        return handlers;
    }();
    if (key.startsWith("lang-"_L1) && !byName.contains(key))
        return positional<1>;
    return byName.value(key);
}

}

void wikitext::show(Show &show, const Call &call)
{
    if (const Handler handler = handlerOf(call.key))
        return handler(show, call);
    if (!showSign(show, call) && !showDate(show, call) && !showMoney(show, call))
        showSum(show, call);
}
