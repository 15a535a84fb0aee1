#pragma once

#include "gallery/csvreader.h"
#include "gallery/page.h"

#include <array>

/// What the columns of a list of titles mean, by their names.
class CsvColumns
{
public:
    enum Column { Id, Title, OriginalTitle, Year, Runtime, Imdb, Tmdb, Wikidata, Directors, Countries, Type, Url };
    static constexpr int Count = 12;

    /// Invalid without a column of titles; says which there are.
    static Result<CsvColumns> read(const QStringList &header);

    bool isMovie(const CsvReader::Record &record) const; ///< also where nothing is said
    /// Invalid without a title. What cannot be is unknown, and noted with its line.
    Result<Item> item(const CsvReader::Record &record, QList<Error> &notes) const;

private:
    QString cell(const CsvReader::Record &record, Column column) const;

    std::array<std::optional<qsizetype>, Count> m_places;
};
