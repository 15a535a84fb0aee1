#pragma once

#include "match/title.h"

/// How far two titles are the same.
namespace title {

/// How much the words agree, from 0 to 1: 1 the same, 0.99 but for a leading article (0.94 before a single word), 0.96
/// but for blanks, any articles and the way numbers are written, 0.95 the one is the other's head or subtitle; below
/// that, by letters, or by these and whole words where that is more.
float agreement(const Name &ours, const Name &theirs);

/// Whether both are the same part of a series: 1 if numbers and subtitles agree, 0.5 if only one has a subtitle or more
/// words at the end, 0 if they disagree; nothing if neither has any.
std::optional<float> samePart(const Name &ours, const Name &theirs);

}
