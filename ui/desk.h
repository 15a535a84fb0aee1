#pragma once

#include "arguments.h"
#include "logcapture.h"
#include "workspace.h"

#include <QCoroTask>

#include <optional>
#include <vector>

/// The windows that are open, each on a database of its own.
class Desk : public QObject
{
    Q_OBJECT

public:
    explicit Desk(Settings &settings);
    ~Desk() override;

    /// The first window. What the keychain holds for its database is fetched on the way.
    QCoro::Task<Result<>> open(Arguments arguments);

private:
    Result<Workspace *> add(const Arguments &arguments);
    QCoro::Task<> replace(Workspace *old, QString database);
    void showSample(Workspace &asker);
    void remove(const Workspace *workspace);

    Settings &m_settings;
    Arguments m_arguments; // of the start, which hold for every window
    std::vector<std::unique_ptr<Workspace>> m_workspaces;
    Workspace *m_sample = nullptr;
    std::optional<LogCapture> m_capture; // into the log of the window that was opened last
};
