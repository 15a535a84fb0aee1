#include "jobs/pictures.h"

#include "net/httpclient.h"
#include "wiki/ask.h"

QCoro::Task<Result<QByteArray>> pictures::fetch(Services services, Gallery gallery, QUrl url, std::stop_token stop)
{
    const Services own = servicesFor(gallery, services);
    const auto answer = co_await own.http.send({.url = url, .accept = "image/*"}, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return bodyOf(*answer, url);
}
