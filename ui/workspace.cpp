#include "workspace.h"

#include "jobs/places.h"
#include "settings.h"
#include "wording.h"

namespace {

QString databaseOf(const Arguments &arguments)
{
    return arguments.sample && arguments.database.isEmpty()
        ? places::sampleDatabase()
        : places::databaseOf(arguments.database).value_or(arguments.database);
}

}

Workspace::Workspace(std::unique_ptr<Backend> backend, Settings &settings)
    : m_backend(std::move(backend))
    , m_window(m_backend->services(), settings, m_log)
{
    watch(m_backend->services().http);
    watch(m_backend->services().sample);
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const Arguments &arguments, Settings &settings)
{
    auto backend = Backend::make({.database = databaseOf(arguments),
                                  .contact = places::contact(),
                                  .origins = arguments.origins,
                                  .pace = arguments.paceOff ? politeness::PaceLimit::Off : politeness::PaceLimit::On});
    if (!backend)
        return std::unexpected(backend.error());
    std::unique_ptr<Workspace> workspace(new Workspace(*std::move(backend), settings));
    workspace->m_window.start(arguments);
    workspace->m_window.show();
    return workspace;
}

void Workspace::watch(const HttpClient &client)
{
    QObject::connect(&client, &HttpClient::answered, &m_log, &LogModel::addTraffic);
    QObject::connect(&client, &HttpClient::waiting, &m_log, [this](const QString &why, const QDateTime &until) {
        m_log.add(LogEntry::Level::Event, wording::again(why, until));
    });
}
