#pragma once

#include "net/httpclient.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

#include <type_traits>

/// Where an answer is read. On the pool only for who is waited for: others may be gone by then.
enum class Reads { Here, OnThePool };

/// Asks, and reads the answer's body with a pure function. One that says in its own words that it cannot be given now
/// (Network) holds the whole host until its retryAt, or as long as a broken connection would, and the question is asked
/// again after it, `Tries` times in all. What `bodyOf` refuses is not asked again.
template<Reads Where, typename BodyOf, typename Parse>
QCoro::Task<std::invoke_result_t<Parse, QByteArray>> ask(HttpClient &http, Request request, BodyOf bodyOf, Parse parse,
                                                         std::stop_token stop)
{
    constexpr int Tries = 3;
    auto rest = http.options().backOff;
    for (int attempt = 1;; ++attempt, rest *= 2) {
        const auto answer = co_await http.send(request, stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        const Result<QByteArray> body = bodyOf(*answer);
        if (!body)
            co_return std::unexpected(body.error());

        std::invoke_result_t<Parse, QByteArray> read;
        if constexpr (Where == Reads::OnThePool)
            read = co_await QtConcurrent::run(parse, *body);
        else
            read = parse(*body);
        if (read || read.error().kind != Error::Kind::Network || attempt == Tries)
            co_return read;
        const auto later = QDateTime::currentDateTimeUtc().addDuration(rest);
        http.holdUntil(request.url, read.error().retryAt.value_or(later));
    }
}
