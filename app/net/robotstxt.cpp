#include "net/robotstxt.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

constexpr qsizetype MaxBytes = 512'000; // RFC 9309, 2.5

bool fits(const QString &pattern, const QString &path)
{
    auto expression = QRegularExpression::escape(pattern).replace(uR"(\*)"_s, u".*"_s);
    if (expression.endsWith(R"(\$)"_L1))
        expression = expression.chopped(2) + u'$';
    return QRegularExpression(u'^' + expression).match(path).hasMatch();
}

}

RobotsTxt RobotsTxt::parse(const QByteArray &text, const QString &product)
{
    RobotsTxt own;
    RobotsTxt anyone;
    bool namesUs = false;
    bool forUs = false;
    bool forAnyone = false;
    bool inAgents = false;
    for (const QByteArray &raw : text.first(std::min(text.size(), MaxBytes)).split('\n')) {
        const QString line = QString::fromUtf8(raw).section(u'#', 0, 0).trimmed();
        const QString name = line.section(u':', 0, 0).trimmed().toLower();
        const QString value = line.section(u':', 1).trimmed();
        if (name == "user-agent"_L1) {
            if (!inAgents)
                forUs = forAnyone = false;
            inAgents = true;
            forAnyone |= value == "*"_L1;
            forUs |= value.compare(product, Qt::CaseInsensitive) == 0;
            namesUs |= forUs;
        } else if (name == "allow"_L1 || name == "disallow"_L1) {
            inAgents = false;
            if (value.isEmpty())
                continue; // "Disallow:" disallows nothing
            const Rule rule{.allow = name == "allow"_L1, .path = value};
            if (forUs)
                own.m_rules.append(rule);
            if (forAnyone)
                anyone.m_rules.append(rule);
        }
    }
    return namesUs ? own : anyone;
}

RobotsTxt RobotsTxt::closed()
{
    RobotsTxt robots;
    robots.m_rules.append({.allow = false, .path = u"/"_s});
    return robots;
}

bool RobotsTxt::allows(const QUrl &url) const
{
    const QString path = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const Rule *best = nullptr; // the longest rule that fits; allow wins a tie
    for (const Rule &rule : m_rules) {
        if (!fits(rule.path, path))
            continue;
        if (!best || rule.path.size() > best->path.size() || (rule.path.size() == best->path.size() && rule.allow))
            best = &rule;
    }
    return !best || best->allow;
}
