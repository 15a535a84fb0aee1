#pragma once

#include "net/httpclient.h"
#include "net/origins.h"

/// How this program behaves on the web.
namespace politeness {

enum class PaceLimit { On, Off };

/// A minute's requests that Wikimedia grants a client (mediawiki.org, "Wikimedia APIs/Rate limits", 2026).
constexpr int WithContact = 200;
constexpr int WithoutContact = 10;

/// The User-Agent names the operator: an e-mail address or a page, or nobody.
QString userAgent(const QString &contact);

/// A little below what the hosts grant. The pace may be off for origins on this machine only.
Result<HttpOptions> options(const QString &contact, const Origins &origins, PaceLimit limit = PaceLimit::On);

}
