#include "data/article.h"

using namespace Qt::Literals;

QUrl pageOf(const QString &article)
{
    const QString key = QString(article).replace(u' ', u'_');
    return QUrl(u"https://en.wikipedia.org/wiki/"_s + QString::fromLatin1(QUrl::toPercentEncoding(key, "/:(),!'*")));
}
