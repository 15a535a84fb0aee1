#include "store/tablefilter.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>

using namespace Qt::Literals;
using filter::Condition;
using filter::Sign;

namespace {

struct Mark
{
    QLatin1StringView text;
    Sign sign;
};
constexpr std::array Marks{Mark{"<>"_L1, Sign::Differs},     Mark{"!="_L1, Sign::Differs},
                           Mark{"<="_L1, Sign::LessOrEqual}, Mark{">="_L1, Sign::MoreOrEqual},
                           Mark{"<"_L1, Sign::Less},         Mark{">"_L1, Sign::More},
                           Mark{"="_L1, Sign::Equal}};

bool isBetween(const QString &text, QChar first, QChar last)
{
    return text.size() >= 2 && text.front() == first && text.back() == last;
}

QStringList choices(const QString &text)
{
    QStringList values;
    for (const QString &value : text.split(u'|')) {
        if (!value.trimmed().isEmpty())
            values.append(value.trimmed());
    }
    return values;
}

Result<Condition> pattern(const QString &text)
{
    const QString inside = text.sliced(1, text.size() - 2);
    const QRegularExpression expression(inside);
    if (!expression.isValid())
        return fail(Error::Kind::Invalid, u"This pattern is not complete: %1."_s.arg(expression.errorString()), text);
    return Condition{.sign = Sign::Matches, .values = {inside}};
}

/// What stands behind a sign; with nothing there, whether there is a value at all.
Result<Condition> signedBy(Sign sign, const QString &rest)
{
    if (rest.isEmpty() && sign == Sign::Equal)
        return Condition{.sign = Sign::Empty};
    if (rest.isEmpty() && sign == Sign::Differs)
        return Condition{.sign = Sign::Filled};
    if (rest.isEmpty())
        return fail(Error::Kind::Invalid, u"Say a value behind the sign."_s);
    const bool isQuoted = isBetween(rest, u'"', u'"');
    const bool isChoice = !isQuoted && (sign == Sign::Equal || sign == Sign::Differs);
    return Condition{.sign = sign,
                     .values = isQuoted ? QStringList{rest.sliced(1, rest.size() - 2)}
                         : isChoice     ? choices(rest)
                                        : QStringList{rest}};
}

Result<Condition> one(const QString &text)
{
    if (isBetween(text, u'/', u'/') && text.size() > 2)
        return pattern(text);
    if (isBetween(text, u'"', u'"'))
        return Condition{.values = {text.sliced(1, text.size() - 2)}};
    for (const auto &[mark, sign] : Marks) {
        if (text.startsWith(mark))
            return signedBy(sign, text.sliced(mark.size()).trimmed());
    }
    static const QRegularExpression range(u"^(.*?[^.\\s]|)\\s*\\.\\.\\s*([^.].*|)$"_s);
    if (const auto match = range.match(text); match.hasMatch() && text.size() > 2)
        return Condition{.sign = Sign::Between, .values = {match.captured(1), match.captured(2)}};
    return Condition{.values = choices(text)};
}

/// A thousand, a million, a thousand millions.
double factor(QChar letter)
{
    switch (letter.toLower().unicode()) {
    case 'k':
        return 1e3;
    case 'm':
        return 1e6;
    case 'b':
        return 1e9;
    default:
        return 0;
    }
}

}

Result<QList<Condition>> filter::parse(const QString &text)
{
    QList<Condition> conditions;
    const bool isWhole = isBetween(text.trimmed(), u'/', u'/') || isBetween(text.trimmed(), u'"', u'"');
    for (const QString &part : isWhole ? QStringList{text} : text.split(u" & "_s)) {
        if (part.trimmed().isEmpty())
            continue;
        auto condition = one(part.trimmed());
        if (!condition)
            return std::unexpected(condition.error());
        if (!condition->values.isEmpty() || condition->sign == Sign::Empty || condition->sign == Sign::Filled)
            conditions.append(*std::move(condition));
    }
    return conditions;
}

QString filter::anyOf(const QStringList &values)
{
    return values.size() == 1 && values.first().contains(u'|') ? u"=\"%1\""_s.arg(values.first())
                                                               : u'=' + values.join(u'|');
}

std::optional<double> filter::number(const QString &text)
{
    const QString trimmed = text.trimmed();
    const double times = trimmed.isEmpty() ? 0 : factor(trimmed.back());
    const QString digits = times > 0 ? trimmed.chopped(1).trimmed() : trimmed;
    bool isNumber = false;
    double number = QLocale().toDouble(digits, &isNumber);
    if (!isNumber)
        number = digits.toDouble(&isNumber);
    return isNumber ? std::optional(times > 0 ? number * times : number) : std::nullopt;
}

std::optional<filter::Days> filter::days(const QString &text)
{
    static const QRegularExpression parts(u"^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"_s);
    if (const auto match = parts.match(text.trimmed()); match.hasMatch()) {
        const bool hasMonth = match.hasCaptured(2);
        const bool hasDay = match.hasCaptured(3);
        const QDate first(match.captured(1).toInt(), hasMonth ? match.captured(2).toInt() : 1,
                          hasDay ? match.captured(3).toInt() : 1);
        if (!first.isValid())
            return std::nullopt;
        return Days{first, hasDay ? first.addDays(1) : hasMonth ? first.addMonths(1) : first.addYears(1)};
    }
    const QDate local = QLocale().toDate(text.trimmed(), QLocale::ShortFormat);
    return local.isValid() ? std::optional(Days{local, local.addDays(1)}) : std::nullopt;
}
