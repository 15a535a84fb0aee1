#include "store/filelook.h"

#include "store/opening.h"
#include "store/table.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::Literals;

namespace {

/// Whether the tables are ours. An error if they are another program's, or of a newer version.
Result<bool> isOurs(Connection &connection)
{
    const auto tables = table::all(connection);
    const auto version = migrations::known(connection.engine()).and_then([&](const auto &known) {
        return migrations::version(connection, known);
    });
    if (!tables || !version)
        return std::unexpected(tables ? version.error() : tables.error());
    if (*version == 0 && !tables->isEmpty())
        return fail(Error::Kind::Invalid, u"The file is a database of another program. Name another file."_s,
                    u"It has a table \"%1\"."_s.arg(tables->constFirst()));
    return *version > 0;
}

}

server::Answer filelook::at(const Address &address)
{
    server::Answer answer;
    if (!address.path.isEmpty() && !QFileInfo::exists(address.path))
        return answer;
    const QString name = QUuid::createUuid().toString();
    {
        const auto ours = opening::openToRead(address.path, name).and_then([](const auto &connection) {
            return isOurs(*connection);
        });
        answer.facts.isOurs = ours.value_or(false);
        answer.facts.mayWrite = true;
        if (!ours) {
            answer.problem = server::Problem::Other;
            answer.error = ours.error();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}
