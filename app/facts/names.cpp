#include "facts/names.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestName = 150;
constexpr qsizetype LongestActor = 60;

/// What stands where a name should, and is none.
bool saysNothing(const QString &text)
{
    static const QSet<QString> words{
        u"tba"_s,         u"tbd"_s,       u"na"_s,        u"n/a"_s,          u"none"_s,       u"unknown"_s,
        u"various"_s,     u"et al"_s,     u"see cast"_s,  u"see text"_s,     u"see below"_s,  u"to be announced"_s,
        u"uncredited"_s,  u"others"_s,    u"more"_s,      u"and more"_s,     u"and others"_s, u"and many others"_s,
        u"many others"_s, u"not known"_s, u"many more"_s, u"and many more"_s};
    constexpr qsizetype Longest = 16; // of these, with a full stop
    if (!std::ranges::any_of(text, [](QChar c) { return c.isLetter() || c.isSurrogate(); }))
        return true;
    if (text.size() > Longest)
        return false;
    return words.contains((text.endsWith(u'.') ? text.chopped(1) : text).toLower());
}

/// Whether a name begins and ends as one: most do, and need no search for what hangs on them.
bool isTrimmed(const QString &name)
{
    return !name.isEmpty() && name.front().isLetterOrNumber() && name.back().isLetterOrNumber()
        && !name.startsWith("and "_L1) && !name.endsWith(" and"_L1);
}

/// Only the words up to where a description of the role begins; an initial's dot does not end them.
QString roleOf(const QString &text)
{
    static const QRegularExpression more(u"(?:(?<=[a-z]{3})\\.(?=\\s|$)|[:;,(\\[]|\\s[–—-]\\s|\\n).*$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    return QString(text).remove(more).trimmed();
}

/// The key of a name in plain letters, which most are: those need no folding by Unicode's rules.
std::optional<QString> asciiKey(QStringView name)
{
    QString key(name.size(), Qt::Uninitialized);
    QChar *end = key.data();
    for (const QChar c : name) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80)
            return std::nullopt;
        if ((unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9'))
            *end++ = c;
        else if (unit >= u'A' && unit <= u'Z')
            *end++ = QChar(char16_t(unit | 0x20));
    }
    key.truncate(end - key.constData());
    return key.isEmpty() ? std::nullopt : std::optional(key);
}

/// Whether words or dashes stand in a line that part an actor from a role, perhaps.
bool mayTellRole(const QString &text)
{
    static constexpr std::array parting{"as"_L1, "plays"_L1, "portrays"_L1, "voice"_L1, ".."_L1};
    const auto isSign = [](QChar c) { return c == u'-' || c == u'–' || c == u'—' || c == u'…'; };
    return std::ranges::any_of(text, isSign)
        || std::ranges::any_of(parting, [&](QLatin1StringView part) { return text.contains(part); });
}

}

QString names::bare(const QString &line)
{
    static const QRegularExpression brackets(u"\\s*[(\\[][^()\\[\\]]*(?:\\([^()]*\\)[^()\\[\\]]*)*[)\\]]?\\s*$"_s);
    static const QRegularExpression edge(u"^[\\s,;:&•*–—-]+|[\\s,;:&•*†‡–—-]+$|\\s(?:and|&)$|^and\\s"_s);
    QString name = line.first(std::min<qsizetype>(400, line.size()));
    while (name.contains(u'(') || name.contains(u'[')) {
        const qsizetype before = name.size();
        if (name.remove(brackets).size() == before)
            break;
    }
    if (!isTrimmed(name))
        name.remove(edge);
    if (name.endsWith(u'.') && name.size() > 4 && !name.sliced(name.size() - 4).contains(u' ')
        && name.count(u'.') == 1) {
        static const QRegularExpression abbreviated(
            u"\\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|Esq|Cie|Pty|Cia|Hnos|Prod)\\.$"_s,
            QRegularExpression::CaseInsensitiveOption);
        if (!abbreviated.match(name).hasMatch())
            name.chop(1);
    }
    name = name.simplified();
    return saysNothing(name) || name.size() > LongestName ? QString() : name;
}

QString names::key(QStringView name)
{
    if (const auto ascii = asciiKey(name))
        return *ascii;
    const QString folded = name.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            key += c;
    }
    return key.isEmpty() ? folded : key;
}

names::Played names::played(const InfoboxLine &line)
{
    static const QRegularExpression between(u"\\s+(?:as(?=[\\s:]|$)|plays\\s|portrays\\s|voices\\s|(?:provides )?the "
                                            u"voice of\\s|\\.{2,}\\s|…|[–—-]\\s):?\\s*|"
                                            u"\\s*(?:\\.{3,}|…)\\s*"_s);
    const auto match = mayTellRole(line.text) ? between.match(line.text) : QRegularExpressionMatch();
    const QString actor = match.hasMatch() ? line.text.first(match.capturedStart()) : line.text.section(u':', 0, 0);
    const bool sentence = actor.size() > LongestActor || actor.contains(u':') || actor.count(u' ') > 5;
    if (sentence || (!match.hasMatch() && line.text.size() > LongestActor))
        return {};
    return {.actor = bare(actor), .role = match.hasMatch() ? roleOf(line.text.sliced(match.capturedEnd())) : QString()};
}

QString names::titleOf(const QString &article)
{
    static const QRegularExpression disambiguator(u"\\s\\([^()]*\\b(?:film|movie|documentary|short|special|\\d{4}|TV|"
                                                  u"television|miniseries|serial|series|franchise|"
                                                  "featurette|anime|cartoon|concert)\\b[^()]*\\)$"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    QString title = article;
    return title.remove(disambiguator);
}
