#pragma once

#include "export/imports.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

/// What `export` is told.
struct ExportOptions
{
    std::string table;
    std::string words;
    std::vector<std::string> filters; ///< COLUMN=TEXT
    std::vector<std::string> columns;
    std::string orderBy;
    std::string format = "csv";
    std::string out;
    bool isDescending = false;
    bool isAll = false;
    bool isFilms = false;
    bool isItems = false;
    bool hasMark = false;
    bool isGuarded = false;

    void addTo(CLI::App &command);
    exports::Order order() const;

private:
    exports::Content content() const;
    table::Query query() const;
};

/// What `import` is told.
struct ImportOptions
{
    std::string path;
    std::string table;
    bool isUnchecked = false;

    void addTo(CLI::App &command);
    imports::Order order() const;
};
