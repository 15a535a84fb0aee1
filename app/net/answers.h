#pragma once

#include "net/request.h"

#include <QCoroTask>

#include <optional>

/// Where answers are kept for their time, so that nothing is asked for twice.
class AnswerStore
{
public:
    virtual ~AnswerStore() = default;
    virtual QCoro::Task<std::optional<Answer>> find(Request request) = 0;
    virtual QCoro::Task<> keep(Request request, Answer answer) = 0;
};
