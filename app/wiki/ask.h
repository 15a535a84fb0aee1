#pragma once

#include "net/ask.h"

/// The body of an answer, or why there is none: a status other than 200 is Refused, with the beginning of what it said.
Result<QByteArray> bodyOf(const Answer &answer, const QUrl &url);

/// Asks a wiki, and reads the answer with a pure function on the pool. What cannot be read is told with its address.
template<typename Parse>
QCoro::Task<std::invoke_result_t<Parse, QByteArray>> ask(HttpClient &http, Request request, Parse parse,
                                                         std::stop_token stop)
{
    const QUrl url = request.url;
    const auto body = [url](const Answer &answer) { return bodyOf(answer, url); };
    const auto read = [url, parse = std::move(parse)](const QByteArray &text) {
        return parse(text).transform_error([&](Error error) {
            error.detail = QString(url.toString() + u' ' + error.detail).trimmed();
            return error;
        });
    };
    return ask<Reads::OnThePool>(http, std::move(request), body, read, std::move(stop));
}
