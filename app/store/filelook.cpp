#include "store/filelook.h"

#include "store/opening.h"

#include <QFileInfo>
#include <QUuid>

namespace {

/// Whether the tables are ours. An error if they are another program's, or of a newer version.
Result<bool> isOurs(Connection &connection)
{
    return migrations::version(connection).transform([](int version) { return version > 0; });
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
