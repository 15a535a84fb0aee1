#include "wiki/ask.h"

using namespace Qt::Literals;

Result<QByteArray> bodyOf(const Answer &answer, const QUrl &url)
{
    if (answer.status == 200)
        return answer.body;
    const QString said = QString::fromUtf8(answer.body.first(std::min<qsizetype>(answer.body.size(), 300)));
    return fail(Error::Kind::Refused, u"%1 refused the request (status %2)."_s.arg(url.host()).arg(answer.status),
                url.toString() + u' ' + said.simplified());
}
