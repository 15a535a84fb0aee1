#include "jobs/responsestore.h"

#include "store/database.h"
#include "store/library.h"

using namespace Qt::Literals;

QCoro::Task<std::optional<Answer>> ResponseStore::find(Request request)
{
    const auto known = co_await m_database.read(
        [key = request.key()](Connection &connection) { return library::answer(connection, key); });
    if (!known) {
        qWarning().noquote() << "Stored answers cannot be read:" << known.error().message << known.error().detail;
        co_return std::nullopt;
    }
    const auto &stored = *known;
    if (!stored)
        co_return std::nullopt;
    const QByteArray body = stored->body.bytes();
    if (body.isNull())
        co_return std::nullopt; // damaged: it is asked for again
    co_return Answer{.status = stored->status, .contentType = stored->contentType, .body = body};
}

QCoro::Task<> ResponseStore::keep(Request request, Answer answer)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const library::StoredAnswer kept{.key = request.key(),
                                     .url = request.url.toString(),
                                     .status = answer.status,
                                     .contentType = answer.contentType,
                                     .body = Packed(answer.body),
                                     .at = now,
                                     .until = now.addSecs(request.keepFor.count())};
    const auto done
        = co_await m_database.run([kept](Connection &connection) { return library::keepAnswer(connection, kept); });
    if (!done)
        qWarning().noquote() << "An answer cannot be stored:" << done.error().message << done.error().detail;
}
