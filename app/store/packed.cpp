#include "store/packed.h"

#include <zstd.h>

#include <memory>

namespace {

constexpr int Fast = 1; // of Zstandard's levels
constexpr unsigned long long Largest = 64 << 20; // bytes: more than any answer that is let in

QByteArray packed(const QByteArray &bytes)
{
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    QByteArray frame(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(context.get(), frame.data(), size_t(frame.size()), bytes.constData(),
                                          size_t(bytes.size()), Fast);
    Q_ASSERT(!ZSTD_isError(size)); // the room is enough
    frame.truncate(qsizetype(size));
    frame.squeeze();
    return frame;
}

QByteArray unpacked(const QByteArray &frame)
{
    thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    const auto size = ZSTD_getFrameContentSize(frame.constData(), size_t(frame.size()));
    if (size > Largest) // or unknown, or an error: both are the largest numbers
        return {};
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const size_t read = ZSTD_decompressDCtx(context.get(), bytes.data(), size_t(bytes.size()), frame.constData(),
                                            size_t(frame.size()));
    return read == size ? bytes : QByteArray();
}

}

Packed::Packed(const QByteArray &bytes)
    : m_packed(packed(bytes))
{
}

Packed Packed::ofRow(const QByteArray &value)
{
    Packed packed;
    packed.m_packed = value;
    return packed;
}

QByteArray Packed::bytes() const
{
    return unpacked(m_packed);
}
