#include "wiki/classes.h"

#include <QHash>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::Literals;

namespace {

using Row = std::pair<int, const char *>; // Q-id, label

// Wikidata, CC0. What is found under film but holds no movies (music videos, newsreels, trailers) is left out.
constexpr auto Films = std::to_array<Row>({
    {11424, "film"},
    {24862, "short film"},
    {24865, "medium-length film"},
    {24869, "feature film"},
    {93204, "documentary film"},
    {130232, "drama film"},
    {157394, "fantasy film"},
    {157443, "comedy film"},
    {172980, "Western film"},
    {185867, "film noir"},
    {188473, "action film"},
    {200092, "horror film"},
    {202866, "animated film"},
    {220898, "original video animation"},
    {222639, "swashbuckler film"},
    {223770, "B movie"},
    {226730, "silent film"},
    {229390, "3D film"},
    {319221, "adventure film"},
    {332564, "abstract film"},
    {336144, "anthology film"},
    {369747, "war film"},
    {430525, "concert film"},
    {455315, "compilation film"},
    {459435, "mockumentary"},
    {471839, "science fiction film"},
    {472637, "docufiction"},
    {506240, "television film"},
    {542475, "costume drama"},
    {622370, "docudrama"},
    {622548, "parody film"},
    {645928, "biographical film"},
    {652256, "epic film"},
    {790192, "experimental film"},
    {842256, "musical film"},
    {846544, "disaster film"},
    {853630, "slasher film"},
    {859369, "comedy drama film"},
    {860626, "romantic comedy film"},
    {909586, "splatter film"},
    {917641, "open-source film"},
    {959790, "crime film"},
    {1033891, "martial arts film"},
    {1054574, "romance film"},
    {1067324, "exploitation film"},
    {1146335, "teen film"},
    {1200678, "mystery film"},
    {1257444, "film adaptation"},
    {1320115, "low-budget film"},
    {1341051, "post-apocalyptic film"},
    {1342372, "monster film"},
    {1361932, "family film"},
    {1535153, "superhero film"},
    {1788980, "crime comedy film"},
    {2297927, "spy film"},
    {2484376, "thriller film"},
    {2973181, "speculative fiction film"},
    {3072042, "kung fu film"},
    {7444356, "gangster film"},
    {7751682, "film serial"},
    {17013749, "historical film"},
    {17123180, "sequel film"},
    {17517379, "animated short film"},
    {18011172, "film project"},
    {18089587, "stop-motion animated film"},
    {19367312, "crime thriller film"},
    {20366042, "unfinished film"},
    {20443008, "dystopian film"},
    {20650540, "anime film"},
    {20656232, "science fiction action film"},
    {20667187, "silent short film"},
    {21590660, "Western film"},
    {25110269, "live-action animated film"},
    {28968511, "traditionally animated film"},
    {29168811, "animated feature film"},
    {52162262, "film based on literature"},
    {52207399, "film based on a novel"},
    {98701476, "television film in two parts"},
    {98807719, "animated television film"},
    {104840802, "film remake"},
    {108466999, "comedy horror film"},
    {109629396, "psychological horror film"},
    {109653382, "science fiction horror film"},
    {117209498, "anime short film"},
    {117717390, "anime feature film"},
    {118189123, "animated film reboot"},
});

constexpr auto Others = std::to_array<Row>({
    {5, "human"},
    {571, "book"},
    {1004, "comics"},
    {1344, "opera"},
    {2743, "musical"},
    {7366, "song"},
    {7889, "video game"},
    {8261, "novel"},
    {11410, "game"},
    {15416, "television program"},
    {24856, "film series"},
    {25379, "play"},
    {41298, "magazine"},
    {49084, "short story"},
    {95074, "fictional character"},
    {101352, "family name"},
    {131436, "board game"},
    {134556, "single"},
    {169930, "extended play"},
    {193977, "music video"},
    {196600, "media franchise"},
    {202444, "given name"},
    {208569, "studio album"},
    {209939, "live album"},
    {215380, "musical group"},
    {217199, "soundtrack"},
    {220505, "film festival"},
    {222910, "compilation album"},
    {277759, "book series"},
    {482994, "album"},
    {526877, "web series"},
    {581714, "animated series"},
    {725377, "graphic novel"},
    {735478, "newsreel"},
    {1107, "anime"},
    {1259759, "television miniseries"},
    {1366112, "drama television series"},
    {1371849, "filmography"},
    {1667921, "novel series"},
    {1983062, "episode"},
    {2188189, "musical work"},
    {3305213, "painting"},
    {3464665, "television series season"},
    {4167410, "disambiguation page"},
    {4167836, "category"},
    {4176708, "soundtrack album"},
    {4220917, "film award"},
    {5398426, "television series"},
    {7725634, "literary work"},
    {11266439, "template"},
    {13406463, "list"},
    {13593818, "film trilogy"},
    {14406742, "comic book series"},
    {15632617, "fictional human"},
    {15773347, "film character"},
    {21191270, "television series episode"},
    {21198342, "manga series"},
    {22808320, "disambiguation page of names"},
    {47461344, "written work"},
    {63952888, "anime television series"},
    {105543609, "musical work"},
    {113791292, "series of animated short films"},
    {117467246, "animated television series"},
    {130371093, "film franchise"},
});

QHash<QString, classes::Class> table()
{
    QHash<QString, classes::Class> all;
    for (const auto &[id, label] : Films)
        all.insert(u'Q' + QString::number(id), {.label = QString::fromLatin1(label), .film = true});
    for (const auto &[id, label] : Others)
        all.insert(u'Q' + QString::number(id), {.label = QString::fromLatin1(label), .film = false});
    return all;
}

}

std::optional<classes::Class> classes::known(const QString &id)
{
    static const QHash<QString, Class> all = table();
    const auto found = all.constFind(id);
    return found != all.cend() ? std::optional(*found) : std::nullopt;
}

std::optional<bool> classes::isFilmByLabel(const QString &label)
{
    static const QRegularExpression film(u"\\b(film|movie|telefilm)s?\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(u"\\b(series|franchise|trilogy|tetralogy|festival|awards?|genre|character|"
                                          "company|studio|director|poster|trailer|score|soundtrack|season|episode|"
                                          "list|category|magazine|school|club|archive|award ceremony|museum|crew)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (!film.match(label).hasMatch())
        return std::nullopt;
    return other.match(label).hasMatch() ? std::optional<bool>() : std::optional(true);
}
