#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

struct sqlite3;

/// Carries what a writer has committed from SQLite's write-ahead log into the file, on a thread and a connection of
/// its own, so that the writer does not wait for the disk.
class Checkpointer
{
public:
    /// `writer` must be closed before this ends.
    explicit Checkpointer(sqlite3 *writer);
    ~Checkpointer();
    Checkpointer(const Checkpointer &) = delete;
    Checkpointer &operator=(const Checkpointer &) = delete;

private:
    static int committed(void *self, sqlite3 *writer, const char *schema, int frames);
    bool grow(int frames); ///< whether the writer is to carry the rest over
    void follow(const std::stop_token &stop, const std::string &file);
    bool waitForFrames(const std::stop_token &stop);
    bool isEnough() const;

    std::mutex m_mutex;
    std::condition_variable_any m_news;
    int m_frames = 0; // in the log, as of the last commit
    int m_seen = 0; // of these, when carrying over was last begun
    int m_carried = 0; // of these, in the file when it last ended
    std::jthread m_thread;
};
