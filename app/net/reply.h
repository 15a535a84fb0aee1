#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QCoroTask>

#include <stop_token>

class QNetworkAccessManager;
struct HttpOptions;

/// One request over the wire, and what its answer means before anybody reads it.
namespace reply {

QCoro::Task<Result<Answer>> fetch(QNetworkAccessManager &manager, Request request, HttpOptions options,
                                  std::stop_token stop);

/// The host said "later", or the connection broke.
bool worthAnotherTry(const Error &error);
/// The host said no (4xx), and would say it again.
bool isClientError(const Error &error);

/// When a Retry-After header, in seconds or as a date, wants us back.
std::optional<QDateTime> retryAt(const QByteArray &header, const QDateTime &now);

}
