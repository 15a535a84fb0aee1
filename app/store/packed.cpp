#include "store/packed.h"

namespace {

constexpr int Fast = 1; // of zlib's levels

}

Packed::Packed(const QByteArray &bytes)
    : m_packed(qCompress(bytes, Fast))
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
    return qUncompress(m_packed);
}
