#pragma once

#include "jobs/responsestore.h"
#include "jobs/services.h"
#include "net/httpclient.h"
#include "store/database.h"

#include <QStringList>

#include <memory>

class SharedPace;

/// A database, the answers kept in it, the door to the web and the bundled answers: what a program's Services stand on.
class Backend
{
public:
    struct Options
    {
        QString database; ///< address or file
        QString contact; ///< for the User-Agent, empty for none
        QStringList origins; ///< NAME=URL
        politeness::PaceLimit pace = politeness::PaceLimit::On;
    };

    /// An error if an origin is no address, or the pace is off for one that is not on this machine.
    static Result<std::unique_ptr<Backend>> make(const Options &options);
    ~Backend();
    Q_DISABLE_COPY_MOVE(Backend)

    Services services();

private:
    Backend(const Options &options, const HttpOptions &http, Origins origins);

    Origins m_origins;
    politeness::PaceLimit m_pace;
    Database m_database;
    ResponseStore m_responses;
    std::unique_ptr<SharedPace> m_turnstile;
    HttpClient m_http;
    HttpClient m_sample;
};
