#pragma once

#include "http.h"

#include <QJsonObject>

#include <optional>

/// The ways in which a site can fail.
namespace origin {

/// How the bytes of an answer go out.
enum class Delivery {
    Whole,
    Cut, ///< half of the body, then closed
    Slow, ///< a few bytes at a time
    Endless, ///< a body that never ends
    Silent, ///< no answer at all
    Closed, ///< closed without a word
};

/// What is to go wrong, for which requests, and how often.
struct Rule
{
    QByteArray match; ///< in the address, the body or the User-Agent; empty for all
    QByteArray what; ///< "429", "errors", "cut", …: see misbehaviour::kinds()
    int retryAfter = -1; ///< seconds; -1 for no such header
    int times = -1; ///< -1 for ever
    int after = 0; ///< requests that are let through before
    int delay = 0; ///< milliseconds that the answer is held back

    bool operator==(const Rule &) const = default;
};

namespace misbehaviour {

QByteArrayList kinds();
/// From {"match":"wbgetentities","what":"429","retryAfter":1,"times":2}; nothing if `what` is not known.
std::optional<Rule> fromJson(const QJsonObject &object);
/// From "429:match=wbgetentities:retryAfter=1:times=2", as it stands on the command line.
std::optional<Rule> fromText(const QByteArray &text);
bool fits(const Rule &rule, const HttpRequest &request);
/// Changes a good answer into a bad one.
Delivery spoil(HttpReply &reply, const Rule &rule);

}

}
