#include "wiki/wikirequests.h"

#include "wiki/mediawiki.h"
#include "wiki/titles.h"
#include "wiki/wikiclient.h"

using namespace Qt::Literals;
using mediawiki::Parameters;

namespace {

/// What tells a film: its Wikidata item, whether it is a disambiguation page, its infobox.
const Parameters Facts{{u"ppprop"_s, u"wikibase_item|disambiguation"_s},
                       {u"tltemplates"_s, u"Template:Infobox film"_s},
                       {u"tllimit"_s, u"max"_s}};

}

Request wikipedia::searchPagesRequest(const QUrl &wikipedia, const QString &words, int limit)
{
    const Parameters query{{u"q"_s, words.left(LongestSearch)},
                           {u"limit"_s, QString::number(std::clamp(limit, 1, 100))}};
    return {.url = mediawiki::under(wikipedia, u"/w/rest.php/v1/search/page"_s, query),
            .kind = Request::Kind::Api,
            .accept = "application/json",
            .keepFor = std::chrono::hours(1),
            .isGood = [](const QByteArray &body) { return parseSearch(body).has_value(); }};
}

Request wikipedia::searchRequest(const QUrl &wikipedia, const QString &words, bool films, int most)
{
    const QString filter = films ? u" hastemplate:\"Infobox film\""_s : QString();
    const Parameters search{{u"action"_s, u"query"_s},
                            {u"generator"_s, u"search"_s},
                            {u"gsrsearch"_s, words.left(LongestSearch - filter.size()) + filter},
                            {u"gsrlimit"_s, QString::number(std::clamp(most, 1, MostFound))},
                            {u"gsrnamespace"_s, u"0"_s},
                            {u"gsrprop"_s, u"redirecttitle|snippet"_s},
                            {u"prop"_s, u"pageprops|description|pageimages|templates"_s},
                            {u"piprop"_s, u"thumbnail"_s},
                            {u"pithumbsize"_s, u"320"_s},
                            {u"pilicense"_s, u"any"_s}}; // posters are hardly ever free
    return mediawiki::kept(mediawiki::request(wikipedia, search + Facts), std::chrono::days(1));
}

Request wikipedia::probeRequest(const QUrl &wikipedia, const QStringList &titles)
{
    const Parameters probe{{u"action"_s, u"query"_s},
                           {u"titles"_s, joinTitles(titles)},
                           {u"redirects"_s, u"1"_s},
                           {u"prop"_s, u"pageprops|description|templates"_s},
                           {u"maxlag"_s, u"5"_s}};
    return mediawiki::kept(mediawiki::request(wikipedia, probe + Facts), std::chrono::days(1));
}

Request wikipedia::articlesRequest(const QUrl &wikipedia, const QStringList &titles, const QMap<QString, QString> &more)
{
    Parameters parameters{
        {u"action"_s, u"query"_s},   {u"titles"_s, joinTitles(titles)},         {u"redirects"_s, u"1"_s},
        {u"prop"_s, u"revisions"_s}, {u"rvprop"_s, u"ids|timestamp|content"_s}, {u"rvslots"_s, u"main"_s},
        {u"maxlag"_s, u"5"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        parameters.append({it.key(), it.value()});
    return mediawiki::request(wikipedia, parameters);
}

Request wikipedia::factsRequest(const QUrl &wikipedia, const QList<qint64> &pages)
{
    QStringList ids;
    for (const qint64 page : pages)
        ids.append(QString::number(page));
    const Parameters query{
        {u"action"_s, u"query"_s}, {u"pageids"_s, ids.join(u'|')}, {u"prop"_s, u"pageprops|templates"_s}};
    return mediawiki::request(wikipedia, query + Facts);
}
