#pragma once

#include "store/checkpointer.h"
#include "store/lane.h"
#include "store/opening.h"

/// A database, in two lanes: one writes, one only reads, so that who reads does not wait for a long transaction.
/// Work is plain code over a Connection; run() and read() are the only ways in. Opening checks what the file is,
/// migrates it, and happens before the first work.
class Database : public QObject
{
    Q_OBJECT

public:
    /// `address` is "sqlite:///home/a/movies.sqlite" (with "?mode=ro" only to be read), ":memory:", a file name, or
    /// "postgresql://user@host/movie_db".
    explicit Database(QString address);
    ~Database() override;
    Q_DISABLE_COPY_MOVE(Database)

    /// Takes no more work, and comes back when all that was asked for is done and has come back: so that nobody who
    /// waits for an answer is woken when what it works on is gone.
    void close();

    /// Without a password: to be shown and kept.
    const QString &address() const { return m_address; }
    /// With its password: for connections beside these, and nothing else.
    const QString &way() const { return m_way; }

    /// Work that may write. It comes back by the event loop, in the order in which it was asked for.
    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> run(Work work)
    {
        return m_writer.run(std::move(work));
    }

    /// Work that only reads: it sees what every run() has written that came back before, perhaps more. A write fails.
    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> read(Work work)
    {
        return m_inMemory ? m_writer.run(std::move(work)) : m_reader.run(std::move(work));
    }

    /// Opens it, if nobody has yet, and says what a person should know of that.
    QCoro::Task<Result<opening::News>> open()
    {
        return run([this](Connection &) -> Result<opening::News> { return m_news; });
    }

    /// Then a second connection would be to a second database.
    bool isInMemory() const { return m_inMemory; }
    /// On any thread: whether it was opened, so that its address is known to be right.
    bool isOpen() const { return m_writer.isOpen(); }

signals:
    /// The server went away, or another program goes on writing to the file. Work waits, and goes on by itself.
    void lost(const Error &why);
    void back();

private:
    void watch(const std::optional<Error> &why); // on any thread
    Result<std::unique_ptr<Connection>> openWriter(const QString &name);

    QString m_address;
    QString m_way; // the address with the password
    opening::News m_news; // of the writer's opening, on its thread
    bool m_inMemory; // then a second connection would be a second database
    std::atomic_int m_waiting = 0; // lanes that wait for their server
    std::unique_ptr<Checkpointer> m_checkpointer; // made on the writer's thread; of a file
    Lane m_writer;
    Lane m_reader; // opens after the writer, which checks and migrates
};
