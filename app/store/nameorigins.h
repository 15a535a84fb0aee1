#pragma once

#include "store/provenance.h"

namespace nameorigins {

/// Where the first film that names a person, a company or a genre was read. Nothing for other tables, and for whom no
/// film names.
Result<std::optional<provenance::Origin>> of(Connection &connection, const QString &table, qint64 row);

}
