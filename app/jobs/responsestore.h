#pragma once

#include "net/answers.h"

class Database;

/// Answers of the web kept in the database for their time.
class ResponseStore : public AnswerStore
{
public:
    explicit ResponseStore(Database &database)
        : m_database(database)
    {
    }

    QCoro::Task<std::optional<Answer>> find(Request request) override;
    QCoro::Task<> keep(Request request, Answer answer) override;

private:
    Database &m_database;
};
