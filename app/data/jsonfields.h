#pragma once

#include "data/result.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>
#include <QUuid>

/// Takes known properties out of a JSON object, null and "" as unknown. The first of a wrong form is kept as problem.
class JsonFields
{
public:
    explicit JsonFields(QJsonObject object)
        : m_rest(std::move(object))
    {
    }

    std::optional<QString> text(const QString &name);
    std::optional<int> number(const QString &name, int least, int most);
    QStringList texts(const QString &name);
    std::optional<QUrl> url(const QString &name); ///< absolute
    QUuid uuid(const QString &name); ///< null if unknown
    QDateTime time(const QString &name); ///< ISO 8601 as UTC; invalid if unknown
    /// An id in the form that `check` lets through; a number counts as its digits.
    std::optional<QString> id(const QString &name, std::optional<QString> (*check)(const QString &));
    JsonFields object(const QString &name);
    void adopt(const JsonFields &inner); ///< its problem is ours

    const QJsonObject &rest() const { return m_rest; } ///< what nobody took
    const std::optional<Error> &problem() const { return m_problem; }

private:
    void refuse(const QString &name, const QString &wanted);

    QJsonObject m_rest;
    std::optional<Error> m_problem;
};
