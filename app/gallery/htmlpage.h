#pragma once

#include "gallery/page.h"
#include "net/origins.h"

#include <QCoroTask>

#include <stop_token>

class HttpClient;

/// Gallery pages as HTML: saved files, and the second way in where the API refuses.
namespace htmlpage {

/// Reads the cards and the JSON-LD of a page. A page without a title is an error: blocked, or its form has changed.
Result<gallery::Page> parse(const QByteArray &html, const QUrl &url, const Gallery &gallery);

/// Page `number` (from 1) of a gallery; Page::cursor is the next number. `origins` say who stands in for the site.
QCoro::Task<Result<gallery::Page>> fetch(HttpClient &http, Gallery gallery, int number, std::stop_token stop,
                                         Origins origins = {});

}
