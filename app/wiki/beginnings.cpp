#include "wiki/beginnings.h"

#include "wiki/mediawiki.h"
#include "wiki/titles.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::Literals;

Request wikipedia::beginningsRequest(const QUrl &wikipedia, const QStringList &titles)
{
    const Request request = mediawiki::request(wikipedia,
                                               {{u"action"_s, u"query"_s},
                                                {u"titles"_s, joinTitles(titles)},
                                                {u"redirects"_s, u"1"_s},
                                                {u"prop"_s, u"extracts"_s},
                                                {u"exintro"_s, u"1"_s},
                                                {u"explaintext"_s, u"1"_s},
                                                {u"exlimit"_s, QString::number(BeginningsSize)},
                                                {u"maxlag"_s, u"5"_s}});
    return mediawiki::kept(request, std::chrono::days(1));
}

Result<QHash<QString, QString>> wikipedia::parseBeginnings(const QByteArray &body, const QStringList &titles)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonObject query = (*root)["query"_L1].toObject();
    QHash<QString, QString> byTitle;
    for (const auto &page : query["pages"_L1].toArray()) {
        if (page["extract"_L1].isString())
            byTitle.insert(page["title"_L1].toString(), cleanBeginning(page["extract"_L1].toString()));
    }
    const auto leads = leadsTo(query);
    QHash<QString, QString> beginnings;
    for (const QString &title : titles) {
        if (const auto found = byTitle.constFind(follow(leads, cleanTitle(title))); found != byTitle.cend())
            beginnings.insert(title, *found);
    }
    return beginnings;
}

QString wikipedia::cleanBeginning(const QString &text)
{
    static const QRegularExpression notes(u"\\[(?:\\d+|[a-z]|note \\d+|citation needed)\\]"_s);
    static const QRegularExpression opened(u"\\(\\s*[;,:]\\s*"_s);
    static const QRegularExpression empty(u"\\s*\\(\\s*[;,:]*\\s*\\)"_s);
    static const QRegularExpression before(u"\\s+([,.;:)])"_s);
    QString clean = text;
    clean.replace(notes, QString()).replace(empty, QString()).replace(opened, u"("_s).replace(before, u"\\1"_s);
    return clean.simplified();
}
