#include "store/checkpointer.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <tuple>

namespace {

// Frames, of a page each, that are worth a checkpoint: of a page that was written often, only the last is carried over.
constexpr int Enough = 16'000;
constexpr int Most = 32'000; // frames beyond which the writer helps

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

/// A connection that knows that the file has a log.
Handle open(const std::string &file)
{
    sqlite3 *connection = nullptr;
    const int done = sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE, nullptr);
    Handle handle(connection, &sqlite3_close);
    if (done != SQLITE_OK
        || sqlite3_exec(connection, "SELECT 1 FROM sqlite_schema LIMIT 1", nullptr, nullptr, nullptr) != SQLITE_OK)
        handle.reset();
    return handle;
}

/// What cannot be carried over now (a full disk, a long read) stays in the log, where it is as safe, until the next
/// time.
void carryOver(sqlite3 *connection, const char *schema)
{
    std::ignore = sqlite3_wal_checkpoint_v2(connection, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}

Checkpointer::Checkpointer(sqlite3 *writer)
{
    const char *name = sqlite3_db_filename(writer, "main");
    if (!name || !*name)
        return; // in memory, without a log
    m_thread = std::jthread([this, file = std::string(name)](const std::stop_token &stop) { follow(stop, file); });
    sqlite3_wal_hook(writer, &committed, this);
}

Checkpointer::~Checkpointer() = default;

/// The log begins anew only when all of it was carried over and nobody has written since: the writer's own share.
int Checkpointer::committed(void *self, sqlite3 *writer, const char *schema, int frames)
{
    auto *checkpointer = static_cast<Checkpointer *>(self);
    if (frames >= Most)
        carryOver(writer, schema);
    const std::scoped_lock lock(checkpointer->m_mutex);
    checkpointer->m_seen = std::min(checkpointer->m_seen, frames);
    checkpointer->m_frames = frames;
    if (checkpointer->isEnough())
        checkpointer->m_news.notify_one();
    return SQLITE_OK;
}

void Checkpointer::follow(const std::stop_token &stop, const std::string &file)
{
    const Handle connection = open(file);
    while (connection && waitForFrames(stop))
        carryOver(connection.get(), "main");
}

bool Checkpointer::waitForFrames(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const bool come = m_news.wait(lock, stop, [this] { return isEnough(); });
    m_seen = m_frames;
    return come;
}

bool Checkpointer::isEnough() const
{
    return m_frames - m_seen >= Enough;
}
