#include "madenames.h"

namespace origin::madenames {

namespace {

constexpr const char *Adjectives[]
    = {"Silent",  "Broken",   "Golden",    "Hollow", "Crimson",   "Distant", "Frozen",   "Gentle",  "Hidden",
       "Idle",    "Jagged",   "Last",      "Lonely", "Midnight",  "Narrow",  "Pale",     "Quiet",   "Restless",
       "Scarlet", "Tender",   "Uncertain", "Velvet", "Wandering", "Yellow",  "Bitter",   "Burning", "Careless",
       "Dancing", "Electric", "Faithful",  "Glass",  "Hungry",    "Iron",    "Jealous",  "Kind",    "Little",
       "Marble",  "Nameless", "Open",      "Paper",  "Rusty",     "Salt",    "Thirsty",  "Upper",   "Vanished",
       "Wooden",  "Young",    "Zealous",   "Amber",  "Blind",     "Copper",  "Drowning", "Early"};
constexpr const char *Nouns[]
    = {"Harbour",   "Mirror",  "River",    "Winter",  "Orchard",   "Signal",    "Garden",  "Station",    "Lantern",
       "Shadow",    "Bridge",  "Compass",  "Desert",  "Engine",    "Falcon",    "Glacier", "Horizon",    "Island",
       "Journey",   "Kingdom", "Letter",   "Meadow",  "Notebook",  "Ocean",     "Piano",   "Quarry",     "Railway",
       "Sailor",    "Tower",   "Umbrella", "Valley",  "Window",    "Archive",   "Bakery",  "Carousel",   "Dynasty",
       "Embassy",   "Ferry",   "Gambler",  "Highway", "Inventor",  "Jury",      "Kite",    "Lighthouse", "Mechanic",
       "Neighbour", "Oracle",  "Pilgrim",  "Rooftop", "Stranger",  "Teacher",   "Violin",  "Watchman",   "Summer",
       "Thunder",   "Village", "Widow",    "Anchor",  "Beekeeper", "Clockmaker"};
constexpr const char *Places[] = {"Lisbon",     "the North",    "Vienna", "Seven Hills", "the Lowlands", "Marseille",
                                  "Copper Bay", "the Old Town", "Zürich", "São Tomé",    "Kraków",       "the Fjord"};
constexpr const char *Foreign[]
    = {"El Niño del Río",    "Été à Mézin", "Der Fährmann von Köln", "La Señora Ibáñez", "Über den Dächern",
       "O Coração de Évora", "Żółty dom",   "Ночной поезд",          "夜の港",           "Čaj pro dva"};
constexpr const char *First[]
    = {"Ada",  "Boris", "Clara", "Dario", "Elif",  "Felix", "Greta",  "Hugo",  "Ines",   "Jonas", "Kaia",   "Leon",
       "Mira", "Nils",  "Olga",  "Pavel", "Quinn", "Rosa",  "Sven",   "Tilda", "Ugo",    "Vera",  "Wim",    "Xenia",
       "Yara", "Zeno",  "Amir",  "Bea",   "Carlo", "Dina",  "Emil",   "Flora", "Gideon", "Hanna", "Ivo",    "Jana",
       "Kurt", "Lotte", "Marek", "Nadia", "Oskar", "Paula", "Rafael", "Sofía", "Tomás",  "Ulla",  "Viktor", "Zoë"};
constexpr const char *Last[]
    = {"Abernathy", "Bellweather", "Castellane", "Dunmore",   "Eriksdotter", "Farnsworth", "Galloway",    "Hartigan",
       "Isenberg",  "Jovanov",     "Kestrel",    "Lindqvist", "Marchetti",   "Novak",      "Okonedo",     "Pemberton",
       "Quispel",   "Ravenscroft", "Santangelo", "Thorsen",   "Underhill",   "Vasquez",    "Whitlock",    "Yamura",
       "Zielinski", "Ashdown",     "Brandvold",  "Corvino",   "Delacroix",   "Everhart",   "Fontaine",    "Grünwald",
       "Holloway",  "Ibsen",       "Jessamy",    "Kowalczyk", "Laroche",     "Montague",   "Nightingale", "Ostrander",
       "Pellegrin", "Rosenthal",   "Sinclair",   "Tremaine",  "Valdemar",    "Wetherby",   "Aldous",      "Birchall",
       "Calloway",  "Dragomir"};
constexpr const char *Roles[] = {"Captain", "Doctor", "Young", "Old", "Sister", "Mr.", "Mrs.", "Inspector", "Aunt"};
constexpr const char *Trades[] = {"Pictures", "Films", "Productions", "Entertainment", "Studios", "Cinema", "Media"};
constexpr const char *Subtitles[]
    = {"The Return",     "A New Season", "Part One",      "The Long Night", "Homecoming",
       "The Last Stand", "Origins",      "The Reckoning", "Part Two",       "The Other Side"};

}

QByteArray subtitle(Dice &dice)
{
    return dice.pick(Subtitles);
}

QByteArray title(Dice &dice)
{
    const QByteArray noun = dice.pick(Nouns);
    const QByteArray adjective = dice.pick(Adjectives);
    switch (dice.below(24)) {
    case 0:
        return dice.pick(Foreign) + QByteArray(dice.chance(0.5) ? "" : " ").append(dice.chance(0.5) ? noun : "");
    case 1:
        return adjective + " & " + dice.pick(Adjectives);
    case 2:
        return "The " + noun + ": " + dice.pick(Subtitles);
    case 3:
        return noun;
    case 4:
    case 5:
        return adjective + ' ' + noun + " of " + dice.pick(Places);
    case 6:
    case 7:
        return "The " + noun + " and the " + dice.pick(Nouns);
    case 8:
    case 9:
        return noun + " in " + dice.pick(Places);
    case 10:
        return "A " + noun + " for " + dice.pick(First);
    case 11:
        return dice.pick(First) + QByteArray(" and the ") + adjective + ' ' + noun;
    case 12:
        return adjective + ' ' + noun;
    default:
        return "The " + adjective + ' ' + noun + " of " + dice.pick(First) + ' ' + dice.pick(Last);
    }
}

QByteArray person(int number)
{
    const auto firsts = int(std::size(First));
    const auto lasts = int(std::size(Last));
    const int round = number / (firsts * lasts);
    QByteArray middle = " ";
    for (int rest = round; rest > 0; rest /= 26)
        middle += QByteArray(1, char('A' + rest % 26)) + ". ";
    return First[number % firsts] + middle + Last[number / firsts % lasts];
}

QByteArray company(int number)
{
    const auto lasts = int(std::size(Last));
    const auto trades = int(std::size(Trades));
    const QByteArray more
        = number < lasts * trades ? QByteArray() : ' ' + QByteArray::number(number / (lasts * trades) + 1);
    return Last[number % lasts] + QByteArray(" ") + Trades[number / lasts % trades] + more;
}

QByteArray character(Dice &dice)
{
    return dice.pick(Roles) + QByteArray(" ") + dice.pick(Last);
}

}
