#pragma once

#include <QByteArrayList>
#include <QHash>

#include <functional>
#include <optional>

/// Tables in text: CSV with quotes and lines inside of values, TSV without.
namespace origin::csv {

/// One line by the names of the head; empty for a column that is not there.
class Row
{
public:
    Row(const QHash<QByteArray, qsizetype> &columns, QByteArrayList values)
        : m_columns(columns)
        , m_values(std::move(values))
    {
    }
    QByteArray operator[](const char *column) const { return m_values.value(m_columns.value(column, -1)); }

private:
    const QHash<QByteArray, qsizetype> &m_columns;
    QByteArrayList m_values;
};

/// Calls for each line below the head; false if the file cannot be read.
bool read(const QString &path, char separator, const std::function<void(const Row &)> &line);
/// The words of a Python list: "['drama', 'war']".
QByteArrayList pythonList(const QByteArray &text);

}
