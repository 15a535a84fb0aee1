#include "wiki/infobox.h"

#include "wiki/wikitextnames.h"

#include <QSet>

using namespace Qt::Literals;

namespace {

/// Parameters whose values are names or titles, one or many.
bool holdsNames(const QString &parameter)
{
    static const QSet<QString> names{u"director"_s,
                                     u"writer"_s,
                                     u"screenplay"_s,
                                     u"story"_s,
                                     u"producer"_s,
                                     u"starring"_s,
                                     u"narrator"_s,
                                     u"cinematography"_s,
                                     u"editing"_s,
                                     u"music"_s,
                                     u"production_companies"_s,
                                     u"distributor"_s,
                                     u"country"_s,
                                     u"language"_s};
    return names.contains(parameter);
}

}

QString infobox::canonicalParameter(const QString &name)
{
    static const QHash<QString, QString> aliases{
        {u"directors"_s, u"director"_s},
        {u"writers"_s, u"writer"_s},
        {u"producers"_s, u"producer"_s},
        {u"narrators"_s, u"narrator"_s},
        {u"screenwriter"_s, u"screenplay"_s},
        {u"screenwriters"_s, u"screenplay"_s},
        {u"studio"_s, u"production_companies"_s},
        {u"studios"_s, u"production_companies"_s},
        {u"production_company"_s, u"production_companies"_s},
        {u"distributors"_s, u"distributor"_s},
        {u"countries"_s, u"country"_s},
        {u"languages"_s, u"language"_s},
        {u"film_name"_s, u"native_name"_s},
        {u"release_date"_s, u"released"_s},
        {u"cinematographer"_s, u"cinematography"_s},
        {u"editor"_s, u"editing"_s},
    };
    const QString key = name.simplified().toLower().replace(u' ', u'_');
    return aliases.value(key, key);
}

QMap<QString, InfoboxField> infobox::fields(const wikitext::Template &call)
{
    QMap<QString, InfoboxField> fields;
    for (auto it = call.parameters.begin(); it != call.parameters.end(); ++it) {
        const QString name = canonicalParameter(it.key());
        if (it->isEmpty() || fields.contains(name))
            continue;
        auto lines = holdsNames(name) ? wikitext::names(*it) : wikitext::lines(*it);
        if (!lines.isEmpty())
            fields.insert(name, {.wikitext = *it, .lines = std::move(lines)});
    }
    return fields;
}
