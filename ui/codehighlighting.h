#pragma once

class QPalette;
class QTextDocument;
namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

/// Text in the colours of its language, light or dark as the palette is.
namespace codehighlighting {

enum class Language { Plain, Sqlite, Postgresql, Json, Wikitext };

KSyntaxHighlighting::SyntaxHighlighter *make(QTextDocument *document);
void use(KSyntaxHighlighting::SyntaxHighlighter &highlighter, Language language, const QPalette &palette);
}
