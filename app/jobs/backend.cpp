#include "jobs/backend.h"

#include "jobs/crawling.h"
#include "jobs/sharedpace.h"

#include <QLoggingCategory>

using namespace Qt::Literals;

Backend::Backend(const Options &options, const HttpOptions &http, Origins origins)
    : m_origins(std::move(origins))
    , m_pace(options.pace)
    , m_database(options.database)
    , m_responses(m_database)
    , m_http(http)
    , m_sample(http)
{
    m_http.setStore(&m_responses);
    if (m_pace == politeness::PaceLimit::On) {
        m_turnstile = std::make_unique<SharedPace>(m_database);
        m_http.setTurnstile(m_turnstile.get());
    }
    // Every error of a statement is ours to tell; Qt would tell another for each that a lost server leaves behind.
    QLoggingCategory::setFilterRules(u"qt.sql.postgresql.warning=false"_s);
}

/// All that still waits for an answer is woken while everything that it may work on is here.
Backend::~Backend()
{
    m_http.close();
    m_turnstile.reset();
    m_database.close();
}

Result<std::unique_ptr<Backend>> Backend::make(const Options &options)
{
    const auto origins = origins::fromEnvironment(options.origins);
    if (!origins)
        return std::unexpected(origins.error());
    const auto http = politeness::options(options.contact, *origins, options.pace);
    if (!http)
        return std::unexpected(http.error());
    const auto answers = crawling::sampleAnswers();
    if (!answers)
        return std::unexpected(answers.error());
    std::unique_ptr<Backend> backend(new Backend(options, *http, *origins));
    backend->m_sample.replay(*answers);
    return backend;
}

Services Backend::services()
{
    return {.http = m_http, .sample = m_sample, .database = m_database, .origins = m_origins, .pace = m_pace};
}
