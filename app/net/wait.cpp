#include "net/wait.h"

#include <QCoroSignal>
#include <QTimer>

namespace {

class Alarm : public QObject
{
    Q_OBJECT

public:
    void ring() { emit rang(); }

signals:
    void rang();
};

}

QCoro::Task<> waitFor(std::chrono::milliseconds time, std::stop_token stop)
{
    if (time.count() <= 0 || stop.stop_requested())
        co_return;
    Alarm alarm;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &alarm, &Alarm::ring);
    timer.start(time);
    const std::stop_callback early(stop, [&timer] { timer.start(0); });
    co_await qCoro(&alarm, &Alarm::rang);
}

#include "wait.moc"
