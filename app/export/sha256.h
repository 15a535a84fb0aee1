#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <array>
#include <string_view>

/// SHA-256 (FIPS 180-4) of much: by the processor's own instructions where it has them, six times as fast as Qt's.
class Sha256
{
public:
    Sha256();

    void add(std::string_view bytes);
    QByteArray hex() const; ///< of what was added so far

private:
    static constexpr size_t Block = 64; // bytes

    void take(std::string_view bytes);

    bool m_isFast;
    std::array<quint32, 8> m_state;
    std::array<char, Block> m_rest{}; // what is no whole block yet
    size_t m_restSize = 0;
    quint64 m_size = 0; // bytes in all
    QCryptographicHash m_slow{QCryptographicHash::Sha256};
};
