#include "store/enums.h"

#include <array>

using namespace Qt::Literals;

namespace {

constexpr std::array Stages{"listed"_L1, "found"_L1, "unfound"_L1, "weighed"_L1, "decided"_L1, "recorded"_L1};
constexpr std::array Verdicts{"unreviewed"_L1, "accepted by machine"_L1, "accepted"_L1, "no article exists"_L1,
                              "rejected"_L1,   "look-up failed"_L1,      "postponed"_L1};
constexpr std::array Judges{"machine"_L1, "person"_L1};
constexpr std::array CrawlStates{"running"_L1, "paused"_L1, "finished"_L1, "failed"_L1};
constexpr std::array Kinds{"cancelled"_L1, "network"_L1, "refused"_L1, "malformed"_L1,
                           "missing"_L1,   "invalid"_L1, "storage"_L1, "lost"_L1};
constexpr std::array SourceKinds{"gallery"_L1, "wikidata"_L1, "wikipedia"_L1, "person"_L1};

QString word(const auto &words, auto value)
{
    return words.at(size_t(value)).toString();
}

template<typename Enum>
Enum valueOf(const auto &words, const QString &text)
{
    const auto found = std::ranges::find_if(words, [&](QLatin1StringView word) { return word == text; });
    return found == words.end() ? Enum{} : Enum(found - words.begin());
}

}

QString enums::text(Stage stage)
{
    return word(Stages, stage);
}

QString enums::text(Verdict verdict)
{
    return word(Verdicts, verdict);
}

QString enums::text(Judge judge)
{
    return word(Judges, judge);
}

QString enums::text(CrawlState state)
{
    return word(CrawlStates, state);
}

QString enums::text(Error::Kind kind)
{
    return word(Kinds, kind);
}

QString enums::text(Source::Kind kind)
{
    return word(SourceKinds, kind);
}

template<>
Stage enums::of<Stage>(const QString &text)
{
    return valueOf<Stage>(Stages, text);
}

template<>
Verdict enums::of<Verdict>(const QString &text)
{
    return valueOf<Verdict>(Verdicts, text);
}

template<>
Judge enums::of<Judge>(const QString &text)
{
    return valueOf<Judge>(Judges, text);
}

template<>
CrawlState enums::of<CrawlState>(const QString &text)
{
    return valueOf<CrawlState>(CrawlStates, text);
}

template<>
Error::Kind enums::of<Error::Kind>(const QString &text)
{
    return valueOf<Error::Kind>(Kinds, text);
}

template<>
Source::Kind enums::of<Source::Kind>(const QString &text)
{
    return valueOf<Source::Kind>(SourceKinds, text);
}
