#include "plot.h"

#include "dice.h"

namespace origin {

namespace {

constexpr const char *Who[] = {"A retired clockmaker",  "The younger sister",      "A stranger from the [[harbour]]",
                               "The mayor of the town", "An honest [[detective]]", "The lighthouse keeper",
                               "A tired violinist",     "Her old teacher"};
constexpr const char *Does[] = {"finds a letter that was never sent",
                                "refuses to sell the house",
                                "hides the map in the cellar",
                                "learns that the train will not stop",
                                "meets the people who left long ago",
                                "promises to return before winter",
                                "loses the only key",
                                "sees the light on the other shore"};
constexpr const char *Then[] = {"and nobody believes it",          "while the others wait at the [[railway station]]",
                                "although the storm has begun",    "because the debt is due",
                                "until the truth comes out",       "and so the long journey begins",
                                "but the ship has already sailed", "as the whole valley looks on"};

QByteArray sentence(Dice &dice)
{
    return QByteArray(dice.pick(Who)) + ' ' + dice.pick(Does) + ", " + dice.pick(Then) + ". ";
}

}

QByteArray plot(qint32 seed)
{
    Dice dice(static_cast<quint64>(seed));
    QByteArray text;
    const int sentences = dice.between(14, 34);
    for (int i = 1; i <= sentences; ++i) {
        text += sentence(dice);
        if (i % 7 == 0)
            text += "\n\n";
    }
    return text + '\n';
}

}
