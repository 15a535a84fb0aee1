#include "wiki/wikitext.h"

#include "wiki/infobox.h"
#include "wiki/wikitextsections.h"
#include "wiki/wikitextshow.h"

using namespace Qt::Literals;

namespace {

wikitext::Template read(const wikitext::Call &call)
{
    wikitext::Template found{.name = call.name};
    for (const wikitext::Argument &argument : call.arguments)
        found.parameters.insert(argument.name, argument.value.trimmed().toString());
    return found;
}

std::optional<wikitext::Template> find(const wikitext::Nodes &nodes, const QString &name)
{
    for (const wikitext::Node &node : nodes) {
        if (node.kind == wikitext::Node::Kind::Template) {
            if (const wikitext::Call call = wikitext::callOf(node); call.name == name)
                return read(call);
        }
        for (const wikitext::Part &part : node.parts) {
            if (auto found = find(part.nodes, name))
                return found;
        }
    }
    return std::nullopt;
}

}

std::optional<wikitext::Template> wikitext::findTemplate(QStringView text, QStringView name)
{
    return find(parse(text), canonicalName(name));
}

QString wikitext::plain(QStringView text)
{
    Show show(Form::Prose);
    show.nodes(parse(text));
    QString plain;
    for (const Line &line : show.lines()) {
        const QString shown = tidy(line.text);
        if (shown.isEmpty())
            continue;
        if (!plain.isEmpty())
            plain += line.paragraph ? u"\n\n"_s : u"\n"_s;
        plain += shown;
    }
    return plain;
}

QList<InfoboxLine> wikitext::lines(QStringView value)
{
    Show show(Form::Lines);
    show.nodes(parse(value));
    QList<InfoboxLine> lines;
    for (const Line &line : show.lines()) {
        if (const QString shown = tidy(line.text); !shown.isEmpty())
            lines.append({.text = shown, .link = line.links.isEmpty() ? QString() : line.links.first().title});
    }
    return lines;
}

void wikitext::read(Article &article, QStringView text)
{
    if (const auto found = findTemplate(text, u"Infobox film"))
        article.infobox = infobox::fields(*found);
    article.lead = firstParagraph(lead(text));
    article.plot = paragraphs(section(
        text,
        {"Plot"_L1, "Plot summary"_L1, "Plot synopsis"_L1, "Synopsis"_L1, "Story"_L1, "Storyline"_L1, "Premise"_L1}));
    article.cast = cast(section(text,
                                {"Cast"_L1, "Cast and characters"_L1, "Voice cast"_L1, "Main cast"_L1,
                                 "Cast and voices"_L1, "Cast & characters"_L1, "Actors"_L1, "Casting"_L1}));
}
