#pragma once

#include <QDateTime>
#include <QString>

#include <expected>
#include <optional>

/// What went wrong, once for the person and once for the log.
struct Error
{
    enum class Kind {
        Cancelled, ///< a person stopped it
        Network, ///< no answer: no route, time-out, cut off
        Refused, ///< an answer that says no: a status, `errors` in a 200, robots.txt
        Malformed, ///< an answer or file that is not of its form, or too large
        Missing, ///< what was asked for is not there
        Invalid, ///< what a person gave cannot be meant
        Storage, ///< the database or a file did not do it
        Lost, ///< the database's server went away in the middle
    };

    Kind kind = Kind::Malformed;
    QString message; ///< one sentence a person can act on
    QString detail; ///< the URL, file, line or statement it happened in
    std::optional<QDateTime> retryAt; ///< when asking again makes sense

    bool operator==(const Error &) const = default;
};

template<typename T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Error::Kind kind, QString message, QString detail = {})
{
    return std::unexpected(Error{.kind = kind, .message = std::move(message), .detail = std::move(detail)});
}
