#include "export/sink.h"

#include <QFileDevice>
#include <QtConcurrentRun>

using namespace Qt::Literals;

Sink::Sink(QFileDevice &file)
    : m_file(file)
{
    m_text.reserve(Much + Much / 4);
    m_handed.reserve(Much + Much / 4);
    m_thread.setMaxThreadCount(1);
}

Sink::~Sink()
{
    m_thread.waitForDone();
}

Result<> Sink::wait()
{
    if (!m_writing.isValid() || m_writing.takeResult())
        return {};
    return std::unexpected(sink::error(m_file));
}

Result<> Sink::hand()
{
    if (const auto written = wait(); !written)
        return written;
    std::swap(m_text, m_handed);
    m_text.clear();
    m_size += qint64(m_handed.size());
    m_writing = QtConcurrent::run(&m_thread, [this] {
        m_hash.add(m_handed);
        return m_file.write(m_handed.data(), qint64(m_handed.size())) == qint64(m_handed.size());
    });
    return {};
}

Result<> Sink::finish()
{
    return hand().and_then([this] { return wait(); }).and_then([this] {
        return m_file.flush() ? Result<>() : std::unexpected(sink::error(m_file));
    });
}

Error Sink::cutOff(Error error) const
{
    if (error.kind != Error::Kind::Lost || m_size == 0)
        return error;
    return {.kind = Error::Kind::Storage,
            .message = u"The database server went away in the middle, so what was printed is not whole."_s,
            .detail = error.detail};
}

QByteArray Sink::checksum() const
{
    return m_hash.hex();
}

Error sink::error(const QFileDevice &file)
{
    if (file.error() == QFileDevice::ResourceError)
        return {.kind = Error::Kind::Storage,
                .message = u"There is no room left on the disk for %1. What was there before is as it was."_s.arg(
                    file.fileName()),
                .detail = file.errorString()};
    return {.kind = Error::Kind::Storage,
            .message = u"%1 could not be written: %2. What was there before is as it was."_s.arg(file.fileName(),
                                                                                                 file.errorString()),
            .detail = file.fileName()};
}
