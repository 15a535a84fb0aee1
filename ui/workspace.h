#pragma once

#include "arguments.h"
#include "jobs/responsestore.h"
#include "net/httpclient.h"
#include "store/database.h"

#include "logmodel.h"
#include "mainwindow.h"

#include <memory>

class Settings;

/// A database, the services around it, and the window on it.
class Workspace
{
public:
    /// An error if an origin is no address.
    static Result<std::unique_ptr<Workspace>> open(const Arguments &arguments, Settings &settings);
    ~Workspace();

    MainWindow &window() { return *m_window; }
    LogModel &log() { return m_log; }

private:
    Workspace(const HttpOptions &http, const Origins &origins, const QString &database);
    void bringSample();
    void show(const Arguments &arguments, Settings &settings);

    Origins m_origins;
    LogModel m_log;
    Database m_database;
    ResponseStore m_responses;
    HttpClient m_http;
    HttpClient m_sample;
    std::unique_ptr<MainWindow> m_window;
};
