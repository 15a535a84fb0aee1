#pragma once

#include "jobs/politeness.h"

class Database;
class HttpClient;
struct Gallery;

/// What main() owns and every job uses.
struct Services
{
    HttpClient &http; ///< the web
    HttpClient &sample; ///< the bundled answers
    Database &database;
    Origins origins;
    politeness::PaceLimit pace = politeness::PaceLimit::On;
};

/// What the jobs on this gallery use: the sample is answered from the bundle, whatever hosts are set.
Services servicesFor(const Gallery &gallery, const Services &services);
