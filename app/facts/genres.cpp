#include "facts/genres.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals;

QString genres::readable(const QString &name)
{
    static const QHash<QString, QString> words{
        {u"act"_s, u"Action"_s},
        {u"action & adventure"_s, u"Action"_s},
        {u"ani"_s, u"Animation"_s},
        {u"animated"_s, u"Animation"_s},
        {u"cmy"_s, u"Comedy"_s},
        {u"crm"_s, u"Crime"_s},
        {u"doc"_s, u"Documentary"_s},
        {u"documentation"_s, u"Documentary"_s},
        {u"drm"_s, u"Drama"_s},
        {u"eur"_s, u"Made in Europe"_s},
        {u"european"_s, u"Made in Europe"_s},
        {u"fml"_s, u"Family"_s},
        {u"kids & family"_s, u"Family"_s},
        {u"children's"_s, u"Family"_s},
        {u"fnt"_s, u"Fantasy"_s},
        {u"hrr"_s, u"Horror"_s},
        {u"hst"_s, u"History"_s},
        {u"historical"_s, u"History"_s},
        {u"msc"_s, u"Music"_s},
        {u"music & musical"_s, u"Music"_s},
        {u"rly"_s, u"Reality TV"_s},
        {u"reality"_s, u"Reality TV"_s},
        {u"rma"_s, u"Romance"_s},
        {u"romantic"_s, u"Romance"_s},
        {u"scf"_s, u"Science fiction"_s},
        {u"scifi"_s, u"Science fiction"_s},
        {u"sci-fi"_s, u"Science fiction"_s},
        {u"science-fiction"_s, u"Science fiction"_s},
        {u"spt"_s, u"Sport"_s},
        {u"sports"_s, u"Sport"_s},
        {u"trl"_s, u"Thriller"_s},
        {u"mystery & thriller"_s, u"Thriller"_s},
        {u"war & military"_s, u"War"_s},
        {u"wsn"_s, u"Western"_s},
    };
    static const QRegularExpression film(u"\\s+(?:film|movie|fiction film|cinema)s?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString bare = name.simplified();
    bare.remove(bare.startsWith("science"_L1, Qt::CaseInsensitive) ? QRegularExpression(u"\\s+films?$"_s) : film);
    if (const auto found = words.constFind(bare.toLower()); found != words.cend())
        return *found;
    if (!bare.isEmpty())
        bare[0] = bare[0].toUpper();
    return bare;
}
