#include "jobs/politeness.h"

#include <QLibraryInfo>

using namespace Qt::Literals;
using namespace std::chrono;

namespace {

constexpr double Reserve = 0.95; ///< of the granted rate is used

PaceRule wikimedia(const QString &hosts, const QString &contact)
{
    const int granted = contact.isEmpty() ? politeness::WithoutContact : politeness::WithContact;
    return {.hosts = hosts,
            .group = u"Wikimedia"_s,
            .interval = milliseconds(int(60'000 / (granted * Reserve))),
            .inFlight = contact.isEmpty() ? 1 : 3};
}

PaceRule justwatch(const QString &hosts)
{
    return {.hosts = hosts, .group = u"JustWatch"_s, .interval = 1000ms, .inFlight = 1};
}

}

QString politeness::userAgent(const QString &contact)
{
    const QString operatedBy = contact.isEmpty() ? QString() : u" (%1)"_s.arg(contact);
    return u"Cineteca/%1%2 Qt/%3"_s.arg(QStringLiteral(CINETECA_VERSION), operatedBy,
                                        QLibraryInfo::version().toString());
}

Result<HttpOptions> politeness::options(const QString &contact, const Origins &origins, PaceLimit limit)
{
    if (limit == PaceLimit::Off && !origins::areLocal(origins))
        return fail(Error::Kind::Invalid, u"The pace can be off only for origins on this machine."_s);
    HttpOptions options{.userAgent = userAgent(contact)};
    for (const QUrl &url : {origins.wikipedia, origins.wikidata, origins.wdqs})
        options.rules.append(wikimedia(url.toString(), contact));
    for (const QUrl &url : {origins.justwatch, origins.justwatchWww})
        options.rules.append(justwatch(url.toString()));
    for (const QString &host : {u"wikipedia.org"_s, u"wikidata.org"_s, u"wikimedia.org"_s})
        options.rules.append(wikimedia(host, contact));
    options.rules.append(justwatch(u"justwatch.com"_s));
    if (limit == PaceLimit::Off) {
        for (PaceRule &rule : options.rules) {
            rule.interval = 0ms;
            rule.inFlight = 4;
        }
    }
    return options;
}
