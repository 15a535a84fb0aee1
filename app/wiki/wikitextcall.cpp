#include "wiki/wikitextcall.h"

#include <algorithm>
#include <ranges>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestName = 200;

/// Where the "=" of a named argument stands, seen from the beginning of its source; -1 if it has no name.
qsizetype equalsSign(const wikitext::Part &part)
{
    for (const wikitext::Node &node : part.nodes) {
        if (node.kind != wikitext::Node::Kind::Text)
            continue;
        if (const qsizetype at = node.text.indexOf(u'='); at >= 0)
            return node.text.begin() - part.source.begin() + at;
    }
    return -1;
}

wikitext::Argument argumentOf(const wikitext::Part &part, int &position)
{
    const qsizetype equals = equalsSign(part);
    if (equals < 0)
        return {.name = QString::number(++position), .value = part.source, .part = &part};
    const QStringView name = part.source.first(equals).trimmed();
    const QStringView value = part.source.sliced(equals + 1).trimmed();
    return {.name = name.first(std::min(LongestName, name.size())).toString(), .value = value, .part = &part};
}

}

const wikitext::Argument *wikitext::Call::find(QStringView argument) const
{
    const auto found = std::ranges::find(arguments | std::views::reverse, argument, &Argument::name);
    return found == arguments.rend() ? nullptr : &*found;
}

QString wikitext::Call::raw(QStringView argument) const
{
    const Argument *found = find(argument);
    return found ? found->value.trimmed().toString() : QString();
}

QString wikitext::canonicalName(QStringView name)
{
    QString text = name.first(std::min(LongestName, name.size())).toString().replace(u'_', u' ').simplified();
    if (text.startsWith("Template:"_L1, Qt::CaseInsensitive))
        text = text.sliced(9).trimmed();
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    const bool redirect = text == "Infobox Film"_L1 || text == "Infobox movie"_L1 || text == "Infobox Movie"_L1
        || text == "Film infobox"_L1;
    return redirect ? u"Infobox film"_s : text;
}

wikitext::Call wikitext::callOf(const Node &node)
{
    QStringView name = node.parts.front().source;
    const Nodes &named = node.parts.front().nodes;
    if (!name.trimmed().startsWith(u'#') && !named.empty() && named.front().kind == Node::Kind::Text)
        name = named.front().text; // a comment may stand behind the name
    Call call{.name = canonicalName(name)};
    call.key = call.name.toLower();
    call.arguments.reserve(node.parts.size() - 1);
    int position = 0;
    for (const Part &part : node.parts | std::views::drop(1))
        call.arguments.push_back(argumentOf(part, position));
    return call;
}
