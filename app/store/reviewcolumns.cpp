#include "store/reviewcolumns.h"

#include "store/sql.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Longest = 120;

}

QString reviewcolumns::kindOf(const QString &reason)
{
    static const QRegularExpression quoted(u"“[^”]*”"_s);
    static const QRegularExpression listed(u": .*$"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression number(u"\\d+"_s);
    QString kind = reason;
    kind.replace(quoted, u"“…”"_s).replace(listed, u"."_s).replace(number, u"…"_s);
    return kind.left(Longest);
}

QVariantList reviewcolumns::values(const std::optional<Decision> &decision)
{
    if (!decision)
        return {sql::text({}), sql::text({}), QVariant()};
    const QDateTime at = decision->at.isValid() ? decision->at : QDateTime::currentDateTimeUtc();
    const QString who = decision->judge == Judge::Person ? decision->who.left(Longest) : QString();
    return {sql::text(kindOf(decision->reason)), sql::text(who), sql::date(at.toUTC().date())};
}
