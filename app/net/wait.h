#pragma once

#include <QCoroTask>

#include <chrono>
#include <stop_token>

/// Comes back after the time, or as soon as it is stopped.
QCoro::Task<> waitFor(std::chrono::milliseconds time, std::stop_token stop);
