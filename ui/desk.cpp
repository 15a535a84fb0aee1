#include "desk.h"

#include "jobs/door.h"
#include "jobs/places.h"
#include "settings.h"

#include <QApplication>

namespace {

/// Else the window asks.
QCoro::Task<QString> wayTo(QString database, const Settings &settings)
{
    if (!settings.keepsPassword(database))
        co_return database;
    co_return co_await door::withKeychain(database);
}

}

Desk::Desk(Settings &settings)
    : m_settings(settings)
{
}

Desk::~Desk()
{
    m_capture.reset();
    const auto all = std::move(m_workspaces); // events turn while they go, and one may still want to be removed
    m_workspaces.clear();
}

QCoro::Task<Result<>> Desk::open(Arguments arguments)
{
    m_arguments = arguments;
    if (!arguments.sample) {
        const auto database = places::databaseOf(arguments.database);
        if (!database)
            co_return std::unexpected(database.error());
        arguments.database = co_await wayTo(*database, m_settings);
    }
    co_return add(arguments).transform([](Workspace *) { });
}

Result<Workspace *> Desk::add(const Arguments &arguments)
{
    auto opened = Workspace::open(arguments, m_settings);
    if (!opened)
        return std::unexpected(opened.error());
    Workspace *workspace = m_workspaces.emplace_back(*std::move(opened)).get();
    if (arguments.sample)
        m_sample = workspace;
    m_capture.reset(); // one at a time
    m_capture.emplace(workspace->log());
    MainWindow &window = workspace->window();
    connect(&window, &MainWindow::sampleWanted, this, [this, workspace] { showSample(*workspace); });
    connect(&window, &MainWindow::databaseWanted, this,
            [this, workspace](const QString &database) { QCoro::connect(replace(workspace, database), this, [] { }); });
    return workspace;
}

/// The new window stands before the old one goes; a crawl there is paused first.
QCoro::Task<> Desk::replace(Workspace *old, QString database)
{
    Arguments arguments = m_arguments;
    arguments.sample = false;
    arguments.gallery.clear();
    arguments.database = co_await wayTo(database, m_settings);
    const auto added = add(arguments);
    if (!added) {
        old->window().report(added.error());
        co_return;
    }
    (*added)->window().setGeometry(old->window().geometry());
    connect(&old->window(), &MainWindow::closed, this, [this, old] { remove(old); }, Qt::QueuedConnection);
    old->window().close();
}

/// The sample's own window, made at its first call.
void Desk::showSample(Workspace &asker)
{
    if (!m_sample) {
        Arguments arguments = m_arguments;
        arguments.sample = true;
        arguments.database.clear();
        const auto added = add(arguments);
        if (!added)
            return asker.window().report(added.error());
    }
    m_sample->window().show();
    m_sample->window().activateWindow();
}

void Desk::remove(const Workspace *workspace)
{
    const auto found = std::ranges::find(m_workspaces, workspace, &std::unique_ptr<Workspace>::get);
    if (found == m_workspaces.end())
        return;
    if (m_sample == workspace)
        m_sample = nullptr;
    if (m_workspaces.back().get() == workspace)
        m_capture.reset();
    const auto gone = std::move(*found); // events turn while it goes: by then it is no longer in the list
    m_workspaces.erase(found);
}
