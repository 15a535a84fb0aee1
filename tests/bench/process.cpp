#include "process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <sys/resource.h>

using namespace Qt::Literals;

OriginProcess::OriginProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(ORIGIN_PROGRAM), arguments);
    static const QRegularExpression listening(u"listening on (http://\\S+)"_s);
    QByteArray said;
    while (!m_url.isValid() && m_process.waitForReadyRead(120'000)) {
        said += m_process.readAllStandardOutput();
        if (const auto found = listening.match(QString::fromUtf8(said)); found.hasMatch())
            m_url = QUrl(found.captured(1));
    }
    if (!m_url.isValid())
        qFatal("The origin does not start: %s", qUtf8Printable(m_process.errorString()));
}

OriginProcess::~OriginProcess()
{
    m_process.terminate();
    m_process.waitForFinished();
}

QStringList OriginProcess::originOptions() const
{
    QStringList options;
    const QString base = m_url.toString(QUrl::StripTrailingSlash);
    for (const auto &[name, path] : {std::pair(u"justwatch"_s, u"justwatch"_s), std::pair(u"justwatch_www"_s, u"www"_s),
                                     std::pair(u"wikipedia"_s, u"wikipedia"_s), std::pair(u"wikidata"_s, u"wikidata"_s),
                                     std::pair(u"wdqs"_s, u"wdqs"_s)})
        options += {u"--origin"_s, name + u'=' + base + u'/' + path};
    return options;
}

namespace {

/// The most memory that a process has held so far (VmHWM), in MB; 0 when it is gone.
double peakOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    static const QRegularExpression peak(u"VmHWM:\\s+(\\d+) kB"_s);
    return peak.match(QString::fromUtf8(status.readAll())).captured(1).toDouble() / 1024;
}

/// What all the processes have taken that were started here and have ended.
double cpuOfChildren()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}

Finished runToEnd(const QString &program, const QStringList &arguments)
{
    QElapsedTimer timer;
    timer.start();
    const double before = cpuOfChildren();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    Finished finished;
    while (!process.waitForFinished(20) && process.state() != QProcess::NotRunning)
        finished.peakMegabytes = std::max(finished.peakMegabytes, peakOf(process.processId()));
    finished.seconds = double(timer.elapsed()) / 1000;
    finished.cpuSeconds = cpuOfChildren() - before;
    finished.out = process.readAllStandardOutput();
    finished.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return finished;
}
