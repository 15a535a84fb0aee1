#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QHash>

#include <optional>

/// Questions and their answers, as JSON Lines: the bundled sample, and what --record writes.
class Recording
{
public:
    /// Reads a recording; a broken line is an error that names it.
    static Result<Recording> read(const QByteArray &lines);
    QByteArray toJsonLines() const; ///< in a stable order

    std::optional<Answer> find(const Request &request) const;
    void add(const Request &request, const Answer &answer);
    qsizetype size() const { return m_answers.size(); }

private:
    struct Entry
    {
        Request request;
        Answer answer;
    };
    QHash<QByteArray, Entry> m_answers; // by Request::key()
};
