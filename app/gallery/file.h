#pragma once

#include "gallery/page.h"

/// Titles from a file: an item list (JSON Lines), a CSV with a title and a year column, a saved gallery page.
namespace galleryfile {

constexpr qint64 MaxBytes = 512 * 1024 * 1024;

/// Decides by content, not only by name, and reads the whole file.
Result<gallery::Page> read(const QString &path);
Result<gallery::Page> parseCsv(const QByteArray &csv, const Gallery &gallery);

}
