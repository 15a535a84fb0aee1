#pragma once

#include "net/origins.h"

class Database;
class HttpClient;

/// What main() owns and every job uses.
struct Services
{
    HttpClient &http; ///< the web
    HttpClient &sample; ///< the bundled answers
    Database &database;
    Origins origins;
};
