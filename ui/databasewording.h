#pragma once

#include <QString>

namespace server {
struct Answer;
}

/// What is said of databases.
namespace databasewording {

bool isServer(const QString &address);
/// "movies.sqlite", "movie_db on db.example", "service films".
QString name(const QString &address);
/// What came of a test that went well.
QString welcome(const server::Answer &answer, bool isServer);
/// Whether it can only be read.
bool isRestricted(const server::Answer &answer);

}
