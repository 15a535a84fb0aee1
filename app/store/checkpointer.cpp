#include "store/checkpointer.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <tuple>

namespace {

// Frames, of a page each, that are worth a checkpoint: of a page that was written often, only the last is carried over.
constexpr int Enough = 16'000;
constexpr int Most = 32'000; // frames beyond which the log is to begin anew
constexpr int Little = 6'000; // frames that the writer carries over itself for that
constexpr int Utmost = 64'000; // frames beyond which it does whatever is left

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
/// time. Returns how many of the log's frames the file has by now.
int carryOver(sqlite3 *connection, const char *schema)
{
    int carried = 0;
    std::ignore = sqlite3_wal_checkpoint_v2(connection, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, &carried);
    return std::max(carried, 0);
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

int Checkpointer::committed(void *self, sqlite3 *writer, const char *schema, int frames)
{
    if (static_cast<Checkpointer *>(self)->grow(frames))
        carryOver(writer, schema);
    return SQLITE_OK;
}

/// The log begins anew only when all of it was carried over and nobody has written since: the writer's own share.
bool Checkpointer::grow(int frames)
{
    const std::scoped_lock lock(m_mutex);
    if (frames < m_frames) // it has begun anew
        m_seen = m_carried = 0;
    m_frames = frames;
    if (isEnough())
        m_news.notify_one();
    return frames >= Utmost || (frames >= Most && frames - m_carried <= Little);
}

void Checkpointer::follow(const std::stop_token &stop, const std::string &file)
{
    const Handle connection = open(file);
    while (connection && waitForFrames(stop)) {
        const int carried = carryOver(connection.get(), "main");
        const std::scoped_lock lock(m_mutex);
        m_carried = carried;
    }
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
