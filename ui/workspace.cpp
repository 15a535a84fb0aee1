#include "workspace.h"

#include "jobs/crawling.h"
#include "jobs/places.h"
#include "jobs/politeness.h"
#include "net/recording.h"
#include "settings.h"
#include "wording.h"

using namespace Qt::Literals;

namespace {

QString databaseOf(const Arguments &arguments)
{
    if (!arguments.database.isEmpty())
        return arguments.database;
    return arguments.sample ? places::sampleDatabase() : places::database();
}

}

Workspace::Workspace(const HttpOptions &http, const Origins &origins, const QString &database)
    : m_origins(origins)
    , m_database(database)
    , m_responses(m_database)
    , m_http(http)
    , m_sample(http)
{
    m_http.setStore(&m_responses);
    for (const HttpClient *client : {&m_http, &m_sample}) {
        QObject::connect(client, &HttpClient::answered, &m_log, &LogModel::addTraffic);
        QObject::connect(client, &HttpClient::waiting, &m_log, [this](const QString &group, const QDateTime &until) {
            m_log.add(LogEntry::Level::Event,
                      LogModel::tr("%1 asks us to wait until %2").arg(group, wording::moment(until)));
        });
    }
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const Arguments &arguments, Settings &settings)
{
    const auto origins = origins::fromEnvironment(arguments.origins);
    if (!origins)
        return std::unexpected(origins.error());
    const auto limit = arguments.paceOff ? politeness::PaceLimit::Off : politeness::PaceLimit::On;
    const auto http = politeness::options(places::contact(), *origins, limit);
    if (!http)
        return std::unexpected(http.error());
    std::unique_ptr<Workspace> workspace(new Workspace(*http, *origins, databaseOf(arguments)));
    workspace->bringSample();
    workspace->show(arguments, settings);
    return workspace;
}

void Workspace::bringSample()
{
    const auto answers = crawling::sampleAnswers();
    if (!answers)
        m_log.addError(answers.error());
    // Without answers it says of everything that it is missing: never may the sample ask the web.
    m_sample.replay(answers ? *answers : std::make_shared<const Recording>());
}

void Workspace::show(const Arguments &arguments, Settings &settings)
{
    const Services services{.http = m_http, .sample = m_sample, .database = m_database, .origins = m_origins};
    m_window = std::make_unique<MainWindow>(services, settings, m_log);
    m_window->start(arguments);
    m_window->show();
}
