#include "logcapture.h"

#include "logmodel.h"

#include <atomic>

namespace {

std::atomic<LogModel *> s_log = nullptr;
std::atomic<QtMessageHandler> s_before = nullptr;

LogEntry::Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
    case QtInfoMsg:
        return LogEntry::Level::Event;
    case QtWarningMsg:
        return LogEntry::Level::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogEntry::Level::Error;
}

}

LogCapture::LogCapture(LogModel &log)
{
    s_log = &log;
    m_before = qInstallMessageHandler(&LogCapture::take);
    s_before = m_before;
}

LogCapture::~LogCapture()
{
    qInstallMessageHandler(m_before);
    s_log = nullptr;
}

void LogCapture::take(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (const QtMessageHandler before = s_before)
        before(type, context, text);
    // Messages come from any thread; the model lives on the main one.
    if (LogModel *log = s_log)
        QMetaObject::invokeMethod(log, [log, type, text] { log->add(levelOf(type), text); }, Qt::QueuedConnection);
}
