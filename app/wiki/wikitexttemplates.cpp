#include "wiki/wikitexttemplates.h"

#include <QHash>

#include <algorithm>

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
    const auto found = std::find_if(call.arguments.rbegin(), call.arguments.rend(), isPosition);
    show.argument(found == call.arguments.rend() ? nullptr : &*found);
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

template<const char16_t *Text>
void constant(Show &show, const Call &)
{
    show.put(Text);
}

constexpr char16_t Apostrophe[] = u"'";
constexpr char16_t ApostropheS[] = u"'s";
constexpr char16_t Estimated[] = u"est. ";
constexpr char16_t Space[] = u" ";
constexpr char16_t EnDash[] = u"–";
constexpr char16_t EmDash[] = u"—";
constexpr char16_t SpacedDash[] = u" – ";
constexpr char16_t Dot[] = u" · ";
constexpr char16_t Bar[] = u"|";
constexpr char16_t Equals[] = u"=";
constexpr char16_t Approximately[] = u"c. ";
constexpr char16_t UnitedStates[] = u"United States";
constexpr char16_t UnitedKingdom[] = u"United Kingdom";

template<const char16_t *Before>
void prefixed(Show &show, const Call &call)
{
    show.put(Before);
    positional<1>(show, call);
}

void asOf(Show &show, const Call &call)
{
    show.put(call.raw(u"lc").isEmpty() ? u"As of " : u"as of ");
    joined<u' '>(show, call);
}

struct Family
{
    Handler handler;
    QStringList names; ///< in lower case
};

const QList<Family> &families()
{
    static const QList<Family> all{
        {list,
         {u"plainlist"_s,
          u"plain list"_s,
          u"ubl"_s,
          u"ublist"_s,
          u"unbulleted list"_s,
          u"unbulletedlist"_s,
          u"bulleted list"_s,
          u"bulletedlist"_s,
          u"indented plainlist"_s,
          u"collapsible list"_s,
          u"blist"_s,
          u"ordered list"_s,
          u"br separated entries"_s,
          u"brlist"_s,
          u"collapsed infobox section begin"_s,
          u"castlist"_s,
          u"cast listing"_s,
          u"cast list"_s,
          u"columns-list"_s,
          u"div col"_s,
          u"vunblist"_s}},
        {inlineList,
         {u"hlist"_s, u"flatlist"_s, u"flat list"_s, u"horizontal list"_s, u"cslist"_s, u"hlist-comma"_s,
          u"comma separated entries"_s, u"flowlist"_s, u"dotlist"_s}},
        {positional<1>,
         {u"nowrap"_s,
          u"nobr"_s,
          u"nobreak"_s,
          u"nwr"_s,
          u"small"_s,
          u"smaller"_s,
          u"resize"_s,
          u"big"_s,
          u"larger"_s,
          u"nobold"_s,
          u"noitalic"_s,
          u"em"_s,
          u"strong"_s,
          u"abbr"_s,
          u"abbrlink"_s,
          u"tooltip"_s,
          u"ill"_s,
          u"interlanguage link"_s,
          u"illm"_s,
          u"interlanguage link multi"_s,
          u"nihongo"_s,
          u"nihongo title"_s,
          u"nihongo krt"_s,
          u"formatnum"_s,
          u"longitem"_s,
          u"avoid wrap"_s,
          u"sic"_s,
          u"not a typo"_s,
          u"typo"_s,
          u"proper name"_s,
          u"title case"_s,
          u"quote"_s,
          u"blockquote"_s,
          u"cquote"_s,
          u"poemquote"_s,
          u"flag"_s,
          u"flagu"_s,
          u"flagcountry"_s,
          u"flagdeco"_s,
          u"normal"_s,
          u"italics"_s,
          u"bold"_s,
          u"script"_s,
          u"no italics"_s,
          u"not italic"_s,
          u"url"_s,
          u"date"_s,
          u"text"_s,
          u"visible anchor"_s,
          u"vanchor"_s,
          u"first word"_s,
          u"singular"_s,
          u"center"_s,
          u"val"_s,
          u"nts"_s,
          u"align"_s,
          u"no wrap"_s,
          u"no break"_s,
          u"nbsp wrap"_s,
          u"normalwraplink"_s,
          u"translation"_s}},
        {positional<2>,
         {u"lang"_s, u"native name"_s, u"langx"_s, u"color"_s, u"font color"_s, u"colour"_s, u"sort"_s, u"resize2"_s,
          u"hs"_s, u"font"_s}},
        {last, {u"transliteration"_s, u"transl"_s, u"lang-en"_s, u"native phrase"_s}},
        {joined<0>, {u"linktext"_s, u"zh"_s}},
        {sortName, {u"sortname"_s}},
        {basedOn, {u"based on"_s}},
        {nativeName, {u"film name"_s, u"infobox name module"_s, u"chinese"_s, u"infobox chinese"_s, u"korean"_s}},
        {convert, {u"convert"_s, u"cvt"_s}},
        {fraction, {u"frac"_s, u"fraction"_s, u"sfrac"_s}},
        {asOf, {u"as of"_s}},
        {prefixed<Approximately>, {u"circa"_s, u"c."_s, u"ca."_s, u"approx"_s, u"approximately"_s}},
        {prefixed<Estimated>, {u"estimation"_s, u"est."_s, u"estimated"_s, u"estimate"_s}},
        {constant<Apostrophe>, {u"'"_s, u"apostrophe"_s, u"-'"_s, u"'-"_s}},
        {constant<ApostropheS>, {u"'s"_s}},
        {constant<Space>,
         {u"nbsp"_s, u"space"_s, u"spaces"_s, u"thinsp"_s, u"thin space"_s, u"hair space"_s, u"\u00A0"_s}},
        {constant<EnDash>, {u"ndash"_s, u"en dash"_s, u"endash"_s, u"–"_s}},
        {constant<EmDash>, {u"mdash"_s, u"em dash"_s, u"emdash"_s, u"—"_s}},
        {constant<SpacedDash>, {u"snd"_s, u"spnd"_s, u"spaced ndash"_s, u"spaced en dash"_s, u"snds"_s, u"dash"_s}},
        {constant<Dot>, {u"·"_s, u"•"_s, u"dot"_s, u"bull"_s, u"bullet"_s, u"middot"_s, u"\\"_s}},
        {constant<Bar>, {u"!"_s, u"pipe"_s}},
        {constant<Equals>, {u"="_s}},
        {constant<UnitedStates>, {u"usa"_s, u"us"_s, u"united states"_s}},
        {constant<UnitedKingdom>, {u"uk"_s, u"gbr"_s, u"united kingdom"_s}},
    };
    return all;
}

Handler handlerOf(const QString &key)
{
    static const QHash<QString, Handler> byName = [] {
        QHash<QString, Handler> handlers;
        for (const Family &family : families()) {
            for (const QString &name : family.names)
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
    if (!showDate(show, call) && !showMoney(show, call))
        showSum(show, call);
}
