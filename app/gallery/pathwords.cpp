#include "gallery/pathwords.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals;

namespace {

// Seen: movie, film, pelicula, 영화. The others are these languages' words for a film.
constexpr std::array Movies{QStringView(u"movie"),    QStringView(u"film"),     QStringView(u"filme"),
                            QStringView(u"pelicula"), QStringView(u"película"), QStringView(u"영화"),
                            QStringView(u"映画"),     QStringView(u"elokuva"),  QStringView(u"фильм"),
                            QStringView(u"ταινία"),   QStringView(u"filmas"),   QStringView(u"电影")};
// Parts of the words for a show, as seen in tv-show, serie, série, serier, TV-프로그램; "テレビ番組" and "sarja"
// besides.
constexpr std::array Shows{QStringView(u"tv"),       QStringView(u"seri"), QStringView(u"séri"), QStringView(u"show"),
                           QStringView(u"프로그램"), QStringView(u"番組"), QStringView(u"sarja")};

}

bool pathwords::isMovie(QStringView word)
{
    return std::ranges::any_of(Movies, [&](auto known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

bool pathwords::isShow(QStringView word)
{
    return std::ranges::any_of(Shows, [&](auto part) { return word.contains(part, Qt::CaseInsensitive); });
}

QString pathwords::country(QStringView word)
{
    const QString code = word.compare("uk"_L1, Qt::CaseInsensitive) == 0 ? u"GB"_s : word.toString().toUpper();
    const bool isKnown = code.size() == 2 && QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
    return isKnown ? code : QString();
}
