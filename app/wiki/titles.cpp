#include "wiki/titles.h"

#include <QJsonArray>

using namespace Qt::Literals;

QString wikipedia::cleanTitle(const QString &title)
{
    constexpr int LongestTitle = 255; // bytes
    static const QString forbidden
        = u"#<>[]|{}\u007F\uFFFD"_s; // https://www.mediawiki.org/wiki/Manual:$wgLegalTitleChars
    const QString clean = title.normalized(QString::NormalizationForm_C).replace(u'_', u' ').simplified();
    const auto isForbidden = [](QChar c) { return c.category() == QChar::Other_Control || forbidden.contains(c); };
    return std::ranges::any_of(clean, isForbidden) || clean.toUtf8().size() > LongestTitle ? QString() : clean;
}

QString wikipedia::joinTitles(const QStringList &titles)
{
    QStringList clean;
    for (const QString &title : titles)
        clean.append(cleanTitle(title));
    clean.removeAll(QString());
    clean.removeDuplicates();
    return clean.join(u'|');
}

QHash<QString, QString> wikipedia::leadsTo(const QJsonObject &query)
{
    QHash<QString, QString> leads;
    for (const auto list : {"normalized"_L1, "redirects"_L1}) {
        for (const auto &step : query[list].toArray())
            leads.insert(step["from"_L1].toString(), step["to"_L1].toString());
    }
    return leads;
}

QString wikipedia::follow(const QHash<QString, QString> &leads, const QString &title)
{
    constexpr int MostSteps = 5; // a ring of redirects must end
    QString at = title;
    for (int step = 0; step < MostSteps && leads.contains(at); ++step)
        at = leads[at];
    return at;
}
