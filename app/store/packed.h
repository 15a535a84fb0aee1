#pragma once

#include <QByteArray>

/// Bytes of the web as they lie in a row: packed, since they are many and mostly words. It takes a while, so whoever
/// has the bytes packs and unpacks them, not the database's thread.
class Packed
{
public:
    Packed() = default;
    explicit Packed(const QByteArray &bytes);
    static Packed ofRow(const QByteArray &value);

    QByteArray bytes() const; ///< null where the row's value is damaged
    const QByteArray &forRow() const { return m_packed; }

    bool operator==(const Packed &) const = default;

private:
    QByteArray m_packed;
};
