#pragma once

#include <QStringView>

/// Words in the paths of JustWatch's pages, in the languages it speaks.
namespace pathwords {

/// "/us/movie/dune-2021", "/kr/영화/…".
bool isMovie(QStringView word);
/// "/us/tv-show/fargo", "/fr/serie/…", "/kr/TV-프로그램/…".
bool isShow(QStringView word);
/// ISO 3166-1 code of the first word of a path: "uk" is GB. Empty if there is no such country.
QString country(QStringView word);

}
