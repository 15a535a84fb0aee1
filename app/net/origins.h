#pragma once

#include "data/result.h"

#include <QStringList>
#include <QUrl>

/// The base addresses of everything that is asked. Settings, so that a local origin or a mirror can stand in.
struct Origins
{
    QUrl justwatch{QStringLiteral("https://apis.justwatch.com")}; ///< CINETECA_JUSTWATCH: …/graphql
    QUrl justwatchWww{QStringLiteral("https://www.justwatch.com")}; ///< CINETECA_JUSTWATCH_WWW
    QUrl wikipedia{QStringLiteral("https://en.wikipedia.org")}; ///< CINETECA_WIKIPEDIA: …/w/rest.php/v1, …/w/api.php
    QUrl wikidata{QStringLiteral("https://www.wikidata.org")}; ///< CINETECA_WIKIDATA: …/w/api.php
    QUrl wdqs{QStringLiteral("https://query.wikidata.org")}; ///< CINETECA_WDQS: …/sparql

    bool operator==(const Origins &) const = default;
};

namespace origins {

/// The defaults, changed by CINETECA_… of the environment, then by NAME=URL ("wikipedia=http://127.0.0.1:8080").
Result<Origins> fromEnvironment(const QStringList &overrides = {});

/// Whether every address is this machine: only then may the pace be off.
bool areLocal(const Origins &origins);

}
