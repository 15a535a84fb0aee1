#include "vocabulary.h"

#include <algorithm>

namespace origin::vocabulary {

const std::array<Country, 30> Countries{{
    {"US", 30, "United States", "American", 1860},
    {"GB", 145, "United Kingdom", "British", 1860},
    {"FR", 142, "France", "French", 150},
    {"IN", 668, "India", "Indian", 1568},
    {"DE", 183, "Germany", "German", 188},
    {"IT", 38, "Italy", "Italian", 652},
    {"CA", 16, "Canada", "Canadian", 1860},
    {"JP", 17, "Japan", "Japanese", 5287},
    {"HK", 8646, "Hong Kong", "Hong Kong", 9186},
    {"ES", 29, "Spain", "Spanish", 1321},
    {"KR", 884, "South Korea", "South Korean", 9176},
    {"AU", 408, "Australia", "Australian", 1860},
    {"SE", 34, "Sweden", "Swedish", 9027},
    {"CN", 148, "China", "Chinese", 9192},
    {"SU", 15180, "Soviet Union", "Soviet", 7737},
    {"MX", 96, "Mexico", "Mexican", 1321},
    {"PL", 36, "Poland", "Polish", 809},
    {"AR", 414, "Argentina", "Argentine", 1321},
    {"RU", 159, "Russia", "Russian", 7737},
    {"BR", 155, "Brazil", "Brazilian", 5146},
    {"DK", 35, "Denmark", "Danish", 9035},
    {"PH", 928, "Philippines", "Philippine", 34057},
    {"IL", 801, "Israel", "Israeli", 9288},
    {"FI", 33, "Finland", "Finnish", 1412},
    {"NL", 55, "Netherlands", "Dutch", 7411},
    {"TR", 43, "Turkey", "Turkish", 256},
    {"NO", 20, "Norway", "Norwegian", 9043},
    {"AT", 40, "Austria", "Austrian", 188},
    {"BE", 31, "Belgium", "Belgian", 7411},
    {"IE", 27, "Ireland", "Irish", 1860},
}};

const std::array<Genre, 19> Genres{{
    {"act", "action", "Action & Adventure", 188473, "action film"},
    {"ani", "animation", "Animation", 202866, "animated film"},
    {"cmy", "comedy", "Comedy", 157443, "comedy film"},
    {"crm", "crime", "Crime", 959790, "crime film"},
    {"doc", "documentation", "Documentary", 93204, "documentary film"},
    {"drm", "drama", "Drama", 130232, "drama film"},
    {"eur", "european", "Made in Europe", 0, ""},
    {"fml", "family", "Kids & Family", 2143665, "children's film"},
    {"fnt", "fantasy", "Fantasy", 157394, "fantasy film"},
    {"hrr", "horror", "Horror", 200092, "horror film"},
    {"hst", "history", "History", 17013749, "historical film"},
    {"msc", "music", "Music & Musical", 842256, "musical film"},
    {"rly", "reality", "Reality TV", 0, ""},
    {"rma", "romance", "Romance", 1054574, "romance film"},
    {"scf", "scifi", "Science-Fiction", 471839, "science fiction film"},
    {"spt", "sport", "Sport", 1339864, "sports film"},
    {"trl", "thriller", "Mystery & Thriller", 2484376, "thriller film"},
    {"war", "war", "War & Military", 369747, "war film"},
    {"wsn", "western", "Western", 172980, "Western film"},
}};

namespace {

template<typename Row, typename Key, size_t N>
const Row *find(const std::array<Row, N> &rows, Key Row::*key, const auto &wanted)
{
    const auto found = std::ranges::find_if(rows, [&](const Row &row) { return wanted == row.*key; });
    return found == rows.end() ? nullptr : &*found;
}

constexpr std::pair<qint32, const char *> Names[] = {
    {1860, "English"},
    {150, "French"},
    {652, "Italian"},
    {188, "German"},
    {1321, "Spanish"},
    {5287, "Japanese"},
    {1568, "Hindi"},
    {9186, "Cantonese"},
    {9176, "Korean"},
    {7737, "Russian"},
    {9027, "Swedish"},
    {5146, "Portuguese"},
    {9192, "Mandarin Chinese"},
    {809, "Polish"},
    {13955, "Arabic"},
    {727694, "Standard Mandarin"},
    {7411, "Dutch"},
    {256, "Turkish"},
    {5885, "Tamil"},
    {9035, "Danish"},
    {9056, "Czech"},
    {9043, "Norwegian"},
    {1412, "Finnish"},
    {9288, "Hebrew"},
    {34057, "Tagalog"},
    {11424, "film"},
    {5, "human"},
    {33999, "actor"},
    {2526255, "film director"},
    {4917, "United States dollar"},
    {7727, "minute"},
    {105584, "Rotten Tomatoes"},
    {150248, "Metacritic"},
    {108403393, "Tomatometer"},
    {1762059, "film production company"},
    {5398426, "television series"},
    {24856, "film series"},
    {482994, "album"},
    {4167410, "Wikimedia disambiguation page"},
    {13406463, "Wikimedia list article"},
    {7725634, "literary work"},
    {3464665, "television series season"},
    {328, "English Wikipedia"},
};

}

const Country *countryByIso(QByteArrayView iso)
{
    return find(Countries, &Country::iso, iso);
}

const Country *countryByQid(qint32 qid)
{
    return find(Countries, &Country::qid, qid);
}

const Genre *genreByShortName(QByteArrayView name)
{
    return find(Genres, &Genre::shortName, name);
}

const Genre *genreByTechnicalName(QByteArrayView name)
{
    return find(Genres, &Genre::technicalName, name);
}

QList<Provider> providers()
{
    return {
        {8, "nfx", "netflix", "Netflix", "netflix"},
        {9, "amp", "amazonprime", "Amazon Prime Video", "amazon-prime-video"},
        {350, "atp", "appletvplus", "Apple TV", "apple-tv-plus"},
        {337, "dnp", "disneyplus", "Disney Plus", "disney-plus"},
        {15, "hlu", "hulu", "Hulu", "hulu"},
        {1899, "mxx", "max", "HBO Max", "hbo-max"},
        {1825, "aho", "amazonhbomax", "HBO Max Amazon Channel", "hbo-max-amazon-channel"},
        {43, "stz", "starz", "Starz", "starz"},
        {386, "pct", "peacocktv", "Peacock Premium", "peacock"},
        {2303, "ppp", "paramountpluspremium", "Paramount Plus Premium", "paramount-plus-premium"},
        {900001, "smp", "sample", "Sample Stream", "sample"},
        {900002, "mde", "made", "Made Stream", "made"},
    };
}

QList<std::pair<qint32, QByteArray>> names()
{
    QList<std::pair<qint32, QByteArray>> all;
    for (const auto &[qid, name] : Names)
        all.append({qid, name});
    for (const Country &country : Countries)
        all.append({country.qid, country.name});
    for (const Genre &genre : Genres)
        if (genre.qid != 0)
            all.append({genre.qid, genre.film});
    return all;
}

bool isKnownCountry(QByteArrayView iso)
{
    static const QByteArrayList others{"CH", "CZ", "PT", "GR", "NZ", "ZA", "CL", "CO",
                                       "PE", "TH", "ID", "MY", "SG", "HU", "RO"};
    return iso != "SU" && iso != "CN" && (countryByIso(iso) || others.contains(iso));
}

}
