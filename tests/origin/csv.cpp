#include "csv.h"

#include <QFile>

namespace origin::csv {

namespace {

/// A value in quotes: doubled quotes stand for one, line ends count as text.
QByteArray quoted(const QByteArray &text, qsizetype &at)
{
    QByteArray value;
    for (++at; at < text.size(); ++at) {
        if (text[at] != '"')
            value += text[at];
        else if (at + 1 < text.size() && text[at + 1] == '"')
            value += text[++at];
        else
            break;
    }
    ++at;
    return value;
}

QByteArray plain(const QByteArray &text, qsizetype &at, char separator)
{
    const qsizetype from = at;
    while (at < text.size() && text[at] != separator && text[at] != '\n')
        ++at;
    return text.sliced(from, at - from);
}

/// The values of the next line; `at` moves behind it.
QByteArrayList nextLine(const QByteArray &text, qsizetype &at, char separator)
{
    QByteArrayList values;
    while (at < text.size()) {
        const bool inQuotes = separator == ',' && text[at] == '"';
        values.append(inQuotes ? quoted(text, at) : plain(text, at, separator));
        if (values.last().endsWith('\r'))
            values.last().chop(1);
        const bool more = at < text.size() && text[at] == separator;
        while (!more && at < text.size() && text[at] != '\n')
            ++at;
        ++at;
        if (!more)
            break;
    }
    return values;
}

}

bool read(const QString &path, char separator, const std::function<void(const Row &)> &line)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    qsizetype at = 0;
    QHash<QByteArray, qsizetype> columns;
    for (const QByteArray &name : nextLine(text, at, separator))
        columns.insert(name, columns.size());
    while (at < text.size())
        line(Row(columns, nextLine(text, at, separator)));
    return true;
}

QByteArrayList pythonList(const QByteArray &text)
{
    QByteArrayList words;
    const QByteArrayList parts = text.split('\'');
    for (qsizetype i = 1; i < parts.size(); i += 2)
        words.append(parts[i]);
    return words;
}

}
