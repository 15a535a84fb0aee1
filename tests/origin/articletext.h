#pragma once

#include "world.h"

/// The texts of articles, made from facts, and plain text out of wikitext.
namespace origin::articletext {

QByteArray compose(const World &world, const Page &page); ///< a film's article
QByteArray lead(const World &world, const Page &page); ///< the first paragraph as plain text
QByteArray plain(QByteArrayView wikitext); ///< roughly: without templates, references, markup
/// "1939 American film by Victor Fleming", as far as it is known.
QByteArray description(const World &world, const Film &film);

}
