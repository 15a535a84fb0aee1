#pragma once

#include "jobs/responsestore.h"
#include "jobs/services.h"
#include "net/httpclient.h"
#include "store/database.h"

#include <QStringList>

#include <memory>

/// What every command is given by the options that all of them share.
struct CommonOptions
{
    std::string database; ///< URL or file; empty for the person's own
    std::string contact;
    std::vector<std::string> origins; ///< NAME=URL
    bool paceOff = false;
};

/// The services of one command, made from the options.
class Context
{
public:
    static Result<std::unique_ptr<Context>> make(const CommonOptions &options);

    Services services() { return {.http = m_http, .sample = m_sample, .database = m_database, .origins = m_origins}; }

private:
    Context(const HttpOptions &http, const Origins &origins, const QString &database);

    Origins m_origins;
    Database m_database;
    ResponseStore m_responses;
    HttpClient m_http;
    HttpClient m_sample;
};
