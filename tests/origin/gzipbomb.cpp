#include "gzipbomb.h"

#include <QtEndian>

#include <array>

namespace origin {

namespace {

constexpr qsizetype UnpackedSize = 256 * 1024 * 1024;

quint32 crc32(const QByteArray &bytes)
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1) ? 0xedb88320U ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    quint32 crc = ~0U;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// zlib's stream in gzip's clothes (RFC 1952): head and checksum differ, the middle is the same.
QByteArray pack(const QByteArray &bytes)
{
    const QByteArray zlib = qCompress(bytes, 1).sliced(4); // behind Qt's own size
    return QByteArray::fromHex("1f8b08000000000000ff") + zlib.sliced(2).chopped(4) + littleEndian(crc32(bytes))
        + littleEndian(quint32(bytes.size()));
}

}

const QByteArray &gzipBomb()
{
    static const QByteArray bomb = pack(QByteArray(UnpackedSize, ' '));
    return bomb;
}

}
