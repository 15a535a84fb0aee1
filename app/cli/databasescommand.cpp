#include "cli/commands.h"
#include "cli/output.h"
#include "jobs/places.h"

using namespace Qt::Literals;

int commands::databases(const QString &name, const QString &address)
{
    if (!name.isEmpty()) {
        const auto kept = address.isEmpty() ? places::forgetDatabase(name) : places::keepDatabase(name, address);
        return kept ? output::Done : output::fail(kept.error());
    }
    const auto databases = places::databases();
    for (const auto &[known, where] : databases.asKeyValueRange())
        output::print(u"%1%2"_s.arg(known, -20).arg(where));
    if (databases.isEmpty())
        output::print(u"None has a name. Try: cineteca-cli databases test_db sqlite:///home/me/test.sqlite"_s);
    return output::Done;
}
