#include "turns.h"

#include <QAbstractEventDispatcher>
#include <QMetaEnum>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <ctime>

using namespace Qt::Literals;

namespace {

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QString describe(const char *type, const QString &name, int event)
{
    const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    return u"%1 %2 to %3"_s.arg(QLatin1StringView(key ? key : "own event"), name, QLatin1StringView(type));
}

/// Tells when a widget has been painted, then goes.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget &window, const std::function<void()> &done)
        : QObject(&window)
        , m_done(done)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, watched, m_done);
        }
        return false;
    }

private:
    std::function<void()> m_done;
};

}

Turns::Turns(int &argc, char **argv)
    : QApplication(argc, argv)
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Turns::endTurn);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Turns::sleep);
}

void Turns::begin()
{
    m_turns.clear();
    m_turn = {};
    m_longest = {};
    m_busiest = 0;
    m_isAwake = false;
    m_isOn = true;
}

void Turns::end()
{
    m_isOn = false;
}

double Turns::percentile(int percent) const
{
    if (m_turns.isEmpty())
        return 0;
    QList<double> sorted = m_turns;
    std::ranges::sort(sorted);
    return sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)];
}

QString Turns::longest() const
{
    return u"%1 (%2 ms)"_s.arg(m_longest.what).arg(m_longest.slowest, 0, 'f', 1);
}

void Turns::whenPainted(QWidget &window, const std::function<void()> &done)
{
    new PaintWatch(window, done);
}

bool Turns::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread() || !m_isOn || m_depth > 0) // every thread comes by here
        return QApplication::notify(receiver, event);
    wake();
    const char *type = receiver->metaObject()->className(); // the receiver may be gone afterwards
    const QString name = receiver->objectName();
    const int kind = event->type();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    if (const double took = milliseconds(timer); took > m_turn.slowest) {
        m_turn.slowest = took;
        m_turn.what = describe(type, name, kind);
    }
    return taken;
}

void Turns::wake()
{
    if (m_isAwake)
        return;
    m_isAwake = true;
    m_wall.start();
    m_cpu = cpuMilliseconds();
}

void Turns::sleep()
{
    if (!std::exchange(m_isAwake, false))
        return;
    m_turn.wall += milliseconds(m_wall);
    m_turn.cpu += cpuMilliseconds() - m_cpu;
}

void Turns::endTurn()
{
    if (!m_isOn || m_depth > 0)
        return;
    sleep();
    m_turns.append(m_turn.wall);
    m_busiest = std::max(m_busiest, m_turn.cpu);
    if (m_turn.wall > m_longest.wall)
        m_longest = m_turn;
    m_turn = {};
}
