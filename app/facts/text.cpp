#include "facts/values.h"

#include <QRegularExpression>

using namespace Qt::Literals;

QString values::joined(const QList<InfoboxLine> &lines)
{
    QStringList texts;
    for (const InfoboxLine &line : lines)
        texts.append(line.text);
    return texts.join(u'\n');
}

QString values::withoutMarks(QStringView text)
{
    static const QRegularExpression mark(u"\\[\\s?(?:\\d{1,3}|[a-z]|(?:note|nb|n|citation) ?\\w{0,10})\\s?\\]"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression spaces(u"[ \u00A0\u2009\u202F]+"_s);
    QString cleaned = text.first(std::min<qsizetype>(4000, text.size())).toString();
    return cleaned.remove(mark).replace(spaces, u" "_s);
}
