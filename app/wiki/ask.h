#pragma once

#include "net/httpclient.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

#include <type_traits>

/// The body of an answer, or why there is none: a status other than 200 is Refused, with the beginning of what it said.
Result<QByteArray> bodyOf(const Answer &answer, const QUrl &url);

/// Asks, and reads the answer with a pure function on the pool. An answer that asks for a rest in its own words holds
/// the whole host, and the question is asked again after it, `Tries` times in all.
template<typename Parse>
QCoro::Task<std::invoke_result_t<Parse, QByteArray>> ask(HttpClient &http, Request request, Parse parse,
                                                         std::stop_token stop)
{
    constexpr int Tries = 3;
    for (int attempt = 1;; ++attempt) {
        const auto answer = co_await http.send(request, stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        const auto body = bodyOf(*answer, request.url);
        if (!body)
            co_return std::unexpected(body.error());

        auto read = co_await QtConcurrent::run(parse, *body);
        if (read)
            co_return read;
        const auto retryAt = read.error().retryAt;
        if (retryAt)
            http.holdUntil(request.url, *retryAt);
        if (!retryAt || attempt == Tries) {
            read.error().detail = QString(request.url.toString() + u' ' + read.error().detail).trimmed();
            co_return read;
        }
    }
}
