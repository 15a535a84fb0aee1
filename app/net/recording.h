#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QList>
#include <QMap>

#include <optional>

/// Questions and their answers, as JSON Lines: the bundled sample, and what a test has recorded.
class Recording
{
public:
    /// Reads a recording; a broken line is an error that names it.
    static Result<Recording> read(const QByteArray &lines);
    /// One line an answer, in the order of their keys: the same answers give the same bytes.
    QByteArray toJsonLines() const;

    /// Addresses that begin with `from` are written, and found, as if they began with `to`.
    void alias(const QUrl &from, const QUrl &to) { m_aliases.append({from.toString(), to.toString()}); }

    std::optional<Answer> find(const Request &request) const;
    void add(const Request &request, const Answer &answer);
    qsizetype size() const { return m_entries.size(); }

private:
    struct Entry
    {
        Request request;
        Answer answer;
    };
    Request canonical(Request request) const;

    QMap<QByteArray, Entry> m_entries; // by Request::key()
    QList<std::pair<QString, QString>> m_aliases;
};
