#pragma once

#include "gallery/page.h"

/// Titles from a file: an item list (JSON Lines), a CSV with a title and a year column, a saved gallery page.
namespace galleryfile {

constexpr qint64 MaxBytes = qint64(512) * 1024 * 1024;

/// Decides by content, not only by name, and reads the whole file. A file without a movie is an error.
Result<gallery::Page> read(const QString &path);

/// The same for the file's bytes: an item list, a saved answer of JustWatch's API, HTML or CSV.
Result<gallery::Page> parse(const QByteArray &bytes, const Gallery &gallery);

/// Columns are found by their names; text that is not UTF-8 is an error that names its line.
Result<gallery::Page> parseCsv(const QByteArray &csv, const Gallery &gallery);

/// The gallery that a file is.
Gallery galleryOf(const QString &path);

}
