#include "store/renameline.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using evolution::Renames;

QString renameline::of(const Renames &renames)
{
    QStringList parts;
    for (const auto &[before, now] : renames.asKeyValueRange())
        parts.append(before + u" to "_s + now);
    return parts.isEmpty() ? QString() : u"-- RENAMED: %1.\n"_s.arg(parts.join(u", "));
}

Renames renameline::in(const QString &script)
{
    static const QRegularExpression line(u"^-- RENAMED: (.+)\\.$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression part(u"([\\w.]+) to (\\w+)"_s);
    Renames renames;
    for (const auto &one : part.globalMatch(line.match(script).captured(1)))
        renames.insert(one.captured(1), one.captured(2));
    return renames;
}
