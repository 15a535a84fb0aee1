#include "articletext.h"

namespace origin::articletext {

namespace {

/// Skips what stands between `open` and `close`, nested ones too. Returns the place behind it.
qsizetype behind(QByteArrayView text, qsizetype at, QByteArrayView open, QByteArrayView close)
{
    int depth = 0;
    while (at < text.size()) {
        const QByteArrayView rest = text.sliced(at);
        depth += rest.startsWith(open) ? 1 : rest.startsWith(close) ? -1 : 0;
        if (depth == 0)
            return at + close.size();
        at += rest.startsWith(open) ? open.size() : rest.startsWith(close) ? close.size() : 1;
    }
    return text.size();
}

qsizetype behindReference(QByteArrayView text, qsizetype at)
{
    const qsizetype tagEnd = text.indexOf('>', at);
    if (tagEnd < 0 || text[tagEnd - 1] == '/')
        return tagEnd < 0 ? text.size() : tagEnd + 1;
    const qsizetype end = text.indexOf("</ref>", tagEnd);
    return end < 0 ? text.size() : end + 6;
}

/// A link by its label; files and categories by nothing.
qsizetype link(QByteArray &out, QByteArrayView text, qsizetype at)
{
    const qsizetype end = behind(text, at, "[[", "]]");
    const QByteArrayView inside = text.sliced(at + 2, std::max<qsizetype>(end - at - 4, 0));
    if (!inside.startsWith("File:") && !inside.startsWith("Category:"))
        out += inside.sliced(inside.lastIndexOf('|') + 1);
    return end;
}

qsizetype step(QByteArray &out, QByteArrayView text, qsizetype at)
{
    const QByteArrayView rest = text.sliced(at);
    if (rest.startsWith("{{"))
        return behind(text, at, "{{", "}}");
    if (rest.startsWith("[["))
        return link(out, text, at);
    if (rest.startsWith("<ref"))
        return behindReference(text, at);
    if (rest.startsWith("''"))
        return at + (rest.startsWith("'''''") ? 5 : rest.startsWith("'''") ? 3 : 2);
    out += rest.front();
    return at + 1;
}

}

QByteArray plain(QByteArrayView wikitext)
{
    QByteArray out;
    for (qsizetype at = 0; at < wikitext.size();)
        at = step(out, wikitext, at);
    return out.trimmed();
}

}
