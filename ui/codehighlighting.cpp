#include "codehighlighting.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QPalette>

using namespace Qt::Literals;
using codehighlighting::Language;

namespace {

/// What the system knows of languages: read once, at the first text.
const KSyntaxHighlighting::Repository &repository()
{
    static const KSyntaxHighlighting::Repository repository;
    return repository;
}

QString nameOf(Language language)
{
    switch (language) {
    case Language::Plain:
        return u"None"_s;
    case Language::Sqlite:
        return u"SQL"_s;
    case Language::Postgresql:
        return u"SQL (PostgreSQL)"_s;
    case Language::Json:
        return u"JSON"_s;
    case Language::Wikitext:
        return u"MediaWiki"_s;
    }
    return {};
}

}

KSyntaxHighlighting::SyntaxHighlighter *codehighlighting::make(QTextDocument *document)
{
    return new KSyntaxHighlighting::SyntaxHighlighter(document);
}

void codehighlighting::use(KSyntaxHighlighting::SyntaxHighlighter &highlighter, Language language,
                           const QPalette &palette)
{
    const auto theme = repository().themeForPalette(palette);
    const auto definition = repository().definitionForName(nameOf(language));
    if (highlighter.theme().name() == theme.name() && highlighter.definition() == definition)
        return;
    highlighter.setTheme(theme);
    highlighter.setDefinition(definition);
    highlighter.rehighlight();
}
