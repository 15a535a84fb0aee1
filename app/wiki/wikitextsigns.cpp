#include "wiki/wikitexttemplates.h"

#include <QHash>

using namespace Qt::Literals;

namespace {

struct Sign
{
    QString text;
    QString names; ///< of templates in lower case, apart by " "
};

/// What a template shows before its first argument; most of these have none.
const QHash<QString, QString> &signs()
{
    static const QList<Sign> all{
        {u"'"_s, u"' apostrophe -' '-"_s},
        {u"'s"_s, u"'s"_s},
        {u" "_s, u"nbsp space spaces thinsp"_s},
        {u"–"_s, u"ndash endash –"_s},
        {u"—"_s, u"mdash emdash —"_s},
        {u" – "_s, u"snd spnd snds dash"_s},
        {u" · "_s, u"· • dot bull bullet middot \\"_s},
        {u"|"_s, u"! pipe"_s},
        {u"="_s, u"="_s},
        {u"c. "_s, u"circa c. ca. approx approximately"_s},
        {u"est. "_s, u"estimation est. estimated estimate"_s},
        {u"United States"_s, u"usa us"_s},
        {u"United Kingdom"_s, u"uk gbr"_s},
    };
    static const QHash<QString, QString> byName = [] {
        QHash<QString, QString> texts{{u"spaced ndash"_s, u" – "_s}, {u"spaced en dash"_s, u" – "_s}};
        for (const Sign &sign : all) {
            for (const QString &name : sign.names.split(u' '))
                texts.insert(name, sign.text);
        }
        return texts;
    }();
    return byName;
}

}

bool wikitext::showSign(Show &show, const Call &call)
{
    const auto sign = signs().constFind(call.key);
    if (sign == signs().cend())
        return false;
    show.put(*sign);
    if (sign->endsWith(u". "_s))
        show.argument(call.find(u"1"));
    return true;
}
