#include "reviewhold.h"

#include "store/database.h"
#include "store/holds.h"

using namespace Qt::Literals;

ReviewHold::ReviewHold(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_worker(database, workers::Task::Review)
{
    connect(&m_worker, &Worker::answered, this, &ReviewHold::turn);
    connect(&m_worker, &Worker::beat, this, &ReviewHold::look);
}

void ReviewHold::turnTo(ItemId item)
{
    if (item == m_item)
        return;
    m_item = item;
    m_other.clear();
    ask();
}

void ReviewHold::giveBack()
{
    turnTo({});
}

/// One question at a time: who goes through titles fast asks for the last one only.
void ReviewHold::ask()
{
    if (m_isAsking)
        return;
    if (m_worker.id())
        turn();
    else if (m_item)
        m_worker.begin();
}

void ReviewHold::turn()
{
    if (!m_worker.id() || m_isAsking)
        return;
    m_isAsking = true;
    m_holder = m_worker.id();
    using Answer = Result<std::optional<QString>>;
    const auto hold = [worker = m_holder, item = m_item](Connection &connection) -> Answer {
        if (item)
            return holds::turnTo(connection, worker, item);
        return holds::giveBack(connection, worker).transform([] { return std::optional<QString>(); });
    };
    QCoro::connect(m_database.run(hold), this, [this, item = m_item](const Answer &other) {
        m_isAsking = false;
        if (item != m_item)
            return ask();
        if (!other && other.error().kind == Error::Kind::Cancelled)
            return m_worker.forget();
        m_other = other ? other->value_or(QString()) : QString();
        if (item)
            emit answered(item);
    });
}

/// Asks again where it is somebody else's still, or was lost because this machine slept.
void ReviewHold::look()
{
    if (m_item && m_worker.id() && (!m_other.isEmpty() || m_holder != m_worker.id()))
        turn();
}
