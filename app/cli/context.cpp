#include "cli/context.h"

#include "cli/output.h"
#include "jobs/crawling.h"
#include "jobs/places.h"
#include "jobs/politeness.h"

using namespace Qt::Literals;

Context::Context(const HttpOptions &http, const Origins &origins, const QString &database)
    : m_origins(origins)
    , m_database(database)
    , m_responses(m_database)
    , m_http(http)
    , m_sample(http)
{
    m_http.setStore(&m_responses);
}

Result<std::unique_ptr<Context>> Context::make(const CommonOptions &options)
{
    QStringList overrides;
    for (const std::string &origin : options.origins)
        overrides.append(QString::fromStdString(origin));
    const auto origins = origins::fromEnvironment(overrides);
    if (!origins)
        return std::unexpected(origins.error());
    const QString contact = options.contact.empty() ? places::contact() : QString::fromStdString(options.contact);
    const auto limit = options.paceOff ? politeness::PaceLimit::Off : politeness::PaceLimit::On;
    const auto http = politeness::options(contact, *origins, limit);
    if (!http)
        return std::unexpected(http.error());
    const auto answers = crawling::sampleAnswers();
    if (!answers)
        return std::unexpected(answers.error());

    const QString database = options.database.empty() ? places::database() : QString::fromStdString(options.database);
    std::unique_ptr<Context> context(new Context(*http, *origins, database));
    context->m_sample.replay(*answers);
    return context;
}
