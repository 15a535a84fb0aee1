#include "store/console.h"

#include "store/consolesession.h"
#include "store/database.h"

#include <QSemaphore>

using namespace Qt::Literals;
using namespace std::chrono_literals;
using console::Answer;
using console::Question;
using console::Way;

namespace {

constexpr auto Insistence = 200ms; // between two requests to a server to end a statement

bool writes(const Question &question)
{
    return question.way == Way::Write || question.way == Way::Try;
}

}

/// A file has one writer at a time: while the console is it, the program's own waits instead of failing.
struct Console::Turn
{
    QSemaphore begun;
    QSemaphore over;
};

Console::Console(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_engine(address::parse(database.address()).value_or(Address{}).engine)
    , m_stop(std::make_shared<ConsoleStop>())
    , m_reader(std::make_unique<ConsoleSession>(database.way(), ConsoleSession::Access::ReadOnly, *m_stop, m_rows))
    , m_writer(std::make_unique<ConsoleSession>(database.way(), ConsoleSession::Access::Full, *m_stop, m_rows))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { stop(ConsoleStop::Why::Time); });
    m_again.setInterval(Insistence);
    connect(&m_again, &QTimer::timeout, this, &Console::insist);
}

Console::~Console()
{
    m_stop->stop(ConsoleStop::Why::Person);
    do {
        m_stop->askServer();
    } while (!m_thread.waitForDone(Insistence));
    m_thread.start([this] {
        m_reader.reset();
        m_writer.reset();
    });
    m_thread.waitForDone();
}

QFuture<Console::Told> Console::ask(const Question &question)
{
    Q_ASSERT(!isRunning());
    if (auto refused = console::refusal(question, m_engine))
        return QtFuture::makeReadyValueFuture(Told(Answer{.trouble = std::move(refused), .way = question.way}));
    m_stop->begin();
    m_rows = 0;
    m_again.stop();
    m_limit.stop();
    if (question.longest > 0ms)
        m_limit.start(question.longest);
    auto turn = takeTurn(question);
    m_running = QtConcurrent::run(&m_thread, [this, question, turn] { return answer(question, turn.get()); });
    return m_running;
}

std::shared_ptr<Console::Turn> Console::takeTurn(const Question &question)
{
    if (m_engine != Connection::Engine::SQLite || !writes(question))
        return nullptr;
    auto turn = std::make_shared<Turn>();
    const auto wait = [turn](Connection &) -> Result<> {
        turn->begun.release();
        turn->over.acquire();
        return {};
    };
    QCoro::connect(m_database.run(wait), this, [turn](const Result<> &waited) {
        if (!waited) // the database is not open: so says the console's own connection too
            turn->begun.release();
    });
    return turn;
}

Console::Told Console::answer(const Question &question, Turn *turn)
{
    const auto over = qScopeGuard([turn] {
        if (turn)
            turn->over.release();
    });
    while (turn && !*m_stop && !turn->begun.tryAcquire(1, Insistence)) { }
    return (writes(question) ? m_writer : m_reader)->answer(question);
}

void Console::stop(ConsoleStop::Why why)
{
    if (!isRunning())
        return;
    m_stop->stop(why);
    insist();
    m_again.start();
}

void Console::insist()
{
    if (!isRunning())
        return m_again.stop();
    if (m_engine == Connection::Engine::PostgreSQL)
        QThreadPool::globalInstance()->start([stop = m_stop] { stop->askServer(); });
}
