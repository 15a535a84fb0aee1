#include "arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

using namespace Qt::Literals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("arguments", text);
}

/// Desktops hand files over as file:// addresses.
QString galleryOf(const QString &given)
{
    const QUrl url(given);
    return url.isLocalFile() ? url.toLocalFile() : given;
}

}

Arguments arguments::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Builds a movie database out of the web, and shows it."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(u"sample"_s, tr("Open the bundled sample, offline, in a database of its own."));
    const QCommandLineOption database(
        u"db"_s, tr("Use the database at URL (sqlite:///…, postgresql://…, a file, or a name of the settings)."),
        u"URL"_s);
    const QCommandLineOption origin(u"origin"_s,
                                    tr("Ask URL instead of NAME: justwatch, justwatch_www, wikipedia, "
                                       "wikidata or wdqs."),
                                    u"NAME=URL"_s);
    const QCommandLineOption paceOff(u"pace-off"_s, tr("No pause between requests; for origins on this machine only."));
    parser.addOptions({sample, database, origin, paceOff});
    parser.addPositionalArgument(u"gallery"_s, tr("Address of a gallery, or a file that lists movies."),
                                 u"[ADDRESS|FILE]"_s);
    parser.process(arguments);
    if (parser.positionalArguments().size() > 1)
        parser.showHelp(2);
    return {.sample = parser.isSet(sample),
            .database = parser.value(database),
            .origins = parser.values(origin),
            .paceOff = parser.isSet(paceOff),
            .gallery = galleryOf(parser.positionalArguments().value(0))};
}
