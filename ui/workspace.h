#pragma once

#include "arguments.h"
#include "jobs/backend.h"
#include "logmodel.h"
#include "mainwindow.h"

#include <memory>

class Settings;

/// A backend, the window on it, and the log of both.
class Workspace
{
public:
    /// The errors of Backend::make().
    static Result<std::unique_ptr<Workspace>> open(const Arguments &arguments, Settings &settings);
    ~Workspace();

    MainWindow &window() { return m_window; }
    LogModel &log() { return m_log; }

private:
    Workspace(std::unique_ptr<Backend> backend, Settings &settings);
    void watch(const HttpClient &client);

    std::unique_ptr<Backend> m_backend;
    LogModel m_log;
    MainWindow m_window;
};
