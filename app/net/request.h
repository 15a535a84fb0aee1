#pragma once

#include <QByteArray>
#include <QUrl>

#include <chrono>

/// What is asked of the web.
struct Request
{
    enum class Method { Get, Post };
    /// Pages are made for people: robots.txt says whether a program may read them. APIs are made for programs and have
    /// rules of their own (Wikipedia's robots.txt shuts /w/, where its API lives, to crawlers of pages).
    enum class Kind { Page, Api };

    QUrl url;
    Method method = Method::Get;
    Kind kind = Kind::Page;
    QByteArray body; ///< of a POST
    QByteArray contentType; ///< of the body
    QByteArray accept; ///< media type wanted, empty for any
    std::chrono::seconds keepFor{0}; ///< how long the answer may be used again, 0 for once
    bool (*isGood)(const QByteArray &body) = nullptr; ///< whether a body answers at all and may be kept; any if null

    /// The same for the same question: method, address and body. The key of stored and recorded answers.
    QByteArray key() const;
    bool operator==(const Request &) const = default;
};

/// What the web said.
struct Answer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body; ///< decompressed
    bool stored = false; ///< it was known already, nothing was asked

    bool operator==(const Answer &) const = default;
};
