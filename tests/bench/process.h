#pragma once

#include <QProcess>
#include <QUrl>

/// The local origin as a program of its own, for as long as this lives.
class OriginProcess
{
public:
    explicit OriginProcess(const QStringList &arguments);
    ~OriginProcess();
    Q_DISABLE_COPY_MOVE(OriginProcess)

    const QUrl &url() const { return m_url; } ///< "http://127.0.0.1:4711"
    QStringList originOptions() const; ///< --origin NAME=URL for every host

private:
    QProcess m_process;
    QUrl m_url;
};

/// A program that was run to its end.
struct Finished
{
    QByteArray out;
    double seconds = 0;
    double cpuSeconds = 0; ///< of all its threads, user's and system's
    double peakMegabytes = 0;
    int exitCode = 0;
};
Finished runToEnd(const QString &program, const QStringList &arguments);
