#pragma once

#include <QString>
#include <QStringBuilder>

namespace origin {

/// Appends JSON to bytes. Whoever calls keeps begin and end in pairs; commas come by themselves.
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
    {
    }

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(QByteArrayView name);
    void string(QByteArrayView utf8);
    void stringOrNull(const QByteArray &utf8); ///< null for a null array, not for an empty one
    void number(qint64 number);
    void decimal(double number); ///< whole numbers without a point, as Go and PHP write them
    void boolean(bool value);
    void null();
    void raw(QByteArrayView json);

    void pair(QByteArrayView name, QByteArrayView text);
    void pair(QByteArrayView name, const char *text) { pair(name, QByteArrayView(text)); }
    void pair(QByteArrayView name, qint64 value);
    void pair(QByteArrayView name, int value) { pair(name, qint64(value)); }
    void pair(QByteArrayView name, bool value);

    // Bytes put together by + are put together before.
    template<typename A, typename B>
    void key(const QStringBuilder<A, B> &name)
    {
        key(QByteArrayView(QByteArray(name)));
    }
    template<typename A, typename B>
    void string(const QStringBuilder<A, B> &utf8)
    {
        string(QByteArrayView(QByteArray(utf8)));
    }
    template<typename A, typename B>
    void pair(QByteArrayView name, const QStringBuilder<A, B> &text)
    {
        pair(name, QByteArrayView(QByteArray(text)));
    }

private:
    void separate();

    QByteArray &m_out;
    bool m_first = true;
};

}
