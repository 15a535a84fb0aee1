#pragma once

#include <QtLogging>

class LogModel;

/// Brings what Qt and the program say with qDebug() and its like into the log, as long as it lives. One at a time.
class LogCapture
{
public:
    explicit LogCapture(LogModel &log);
    ~LogCapture();
    Q_DISABLE_COPY_MOVE(LogCapture)

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &text);

    QtMessageHandler m_before;
};
