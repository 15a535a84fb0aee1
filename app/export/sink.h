#pragma once

#include "data/result.h"
#include "export/sha256.h"

#include <QFuture>
#include <QThreadPool>

#include <string>

class QFileDevice;

/// Bytes on their way into a file, counted and summed up (SHA-256). Another thread writes while the next are made.
class Sink
{
public:
    explicit Sink(QFileDevice &file);
    ~Sink();
    Q_DISABLE_COPY_MOVE(Sink)

    /// To be appended to.
    std::string &text() { return m_text; }
    /// To be called after each row: hands on what has become much.
    Result<> turn() { return m_text.size() < Much ? Result<>() : hand(); }
    /// Everything is in the file.
    Result<> finish();

    qint64 size() const { return m_size; }
    /// Of the standard output: what is out already cannot come once more when a lost server is back.
    Error cutOff(Error error) const;

    QByteArray checksum() const; ///< in hex

private:
    static constexpr size_t Much = size_t(512) * 1024;

    Result<> hand();
    Result<> wait();

    QFileDevice &m_file;
    std::string m_text;
    std::string m_handed; // while it is written
    qint64 m_size = 0;
    Sha256 m_hash;
    QThreadPool m_thread;
    QFuture<bool> m_writing;
};

namespace sink {

/// What a file says that could not be written.
Error error(const QFileDevice &file);

}
