#include "jsonlayout.h"

#include <QJsonDocument>

namespace {

constexpr int Step = 2; // spaces

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Writes bracket by bracket.
class Writer
{
public:
    QByteArray write(const QByteArray &json)
    {
        m_text.reserve(json.size() * 2);
        for (m_at = 0; m_at < json.size(); ++m_at)
            take(json);
        return m_text;
    }

private:
    void take(const QByteArray &json)
    {
        const char c = json[m_at];
        if (c == '"')
            return takeString(json);
        if (isSpace(c)) {
            m_isBetween = m_isBetween || (m_depth == 0 && c == '\n');
            return;
        }
        if (std::exchange(m_isBetween, false) && !m_text.isEmpty())
            m_text += '\n';
        if (c == '{' || c == '[')
            return open(json, c);
        if (c == '}' || c == ']') {
            --m_depth;
            breakLine();
        }
        m_text += c;
        if (c == ',')
            breakLine();
        else if (c == ':')
            m_text += ' ';
    }

    void takeString(const QByteArray &json)
    {
        if (std::exchange(m_isBetween, false) && !m_text.isEmpty())
            m_text += '\n';
        const qsizetype from = m_at;
        for (++m_at; m_at < json.size() && json[m_at] != '"'; ++m_at) {
            if (json[m_at] == '\\')
                ++m_at;
        }
        m_text += json.mid(from, m_at - from + 1);
    }

    /// What is empty stays on its line.
    void open(const QByteArray &json, char c)
    {
        qsizetype next = m_at + 1;
        while (next < json.size() && isSpace(json[next]))
            ++next;
        m_text += c;
        if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
            m_text += json[next];
            m_at = next;
            return;
        }
        ++m_depth;
        breakLine();
    }

    void breakLine()
    {
        m_text += '\n';
        m_text += QByteArray(qsizetype(std::max(0, m_depth)) * Step, ' ');
    }

    QByteArray m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isBetween = false; // two values
};

/// All of it, or its first line.
bool isJson(const QByteArray &text)
{
    const QByteArray begin = text.trimmed();
    if (!begin.startsWith('{') && !begin.startsWith('['))
        return false;
    return !QJsonDocument::fromJson(begin).isNull()
        || !QJsonDocument::fromJson(begin.first(std::max<qsizetype>(0, begin.indexOf('\n')))).isNull();
}

}

QByteArray jsonlayout::indented(const QByteArray &json)
{
    return isJson(json) ? Writer().write(json) : json;
}
