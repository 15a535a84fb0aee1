#include "candidatetext.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Longest = 2000; ///< an excerpt is some 300 characters

QString character(const QString &entity)
{
    static const QHash<QString, QString> named{{u"amp"_s, u"&"_s},   {u"lt"_s, u"<"_s},   {u"gt"_s, u">"_s},
                                               {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u" "_s}};
    if (!entity.startsWith(u'#'))
        return named.value(entity, u'&' + entity + u';');
    const bool isHex = entity.mid(1, 1).compare(u"x", Qt::CaseInsensitive) == 0;
    bool ok = false;
    const uint code = isHex ? entity.mid(2).toUInt(&ok, 16) : entity.mid(1).toUInt(&ok);
    const bool isText = ok && code >= 32 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    return isText ? QString(QChar::fromUcs4(code)) : QString();
}

/// Appends text as a browser would: any white space is one blank.
void append(QString &text, const QString &piece)
{
    for (const QChar c : piece) {
        if (!c.isSpace())
            text += c;
        else if (!text.isEmpty() && !text.endsWith(u' '))
            text += u' ';
    }
}

}

candidatetext::Excerpt candidatetext::excerpt(const QString &html)
{
    static const QRegularExpression piece(u"<(?<tag>[^<>]*)>|&(?<entity>#?\\w{1,8});|(?<text>[^<&]+|.)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    Excerpt excerpt;
    qsizetype start = -1; // of the matched words that are open
    for (const auto &found : piece.globalMatch(html.first(std::min(html.size(), Longest)))) {
        const QString tag = found.captured(u"tag");
        if (tag.startsWith("span"_L1) && tag.contains("searchmatch"_L1)) {
            start = excerpt.text.size();
        } else if (tag == "/span"_L1 && start >= 0) {
            excerpt.matched.append({start, excerpt.text.size() - start});
            start = -1;
        } else if (found.hasCaptured(u"entity")) {
            append(excerpt.text, character(found.captured(u"entity")));
        } else if (!found.hasCaptured(u"tag")) {
            append(excerpt.text, found.captured(u"text"));
        }
    }
    return excerpt;
}
