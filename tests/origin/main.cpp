#include "origin.h"
#include "worlds.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::Literals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"A local JustWatch, Wikipedia and Wikidata for tests and benchmarks."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, u"Listen here; 0 for any free port."_s, u"number"_s, u"0"_s},
        {u"titles"_s, u"So many made titles."_s, u"number"_s, u"0"_s},
        {u"seed"_s, u"Of the made titles and the distractors."_s, u"number"_s, u"1"_s},
        {u"world"_s, u"The sample's folder."_s, u"folder"_s},
        {u"gallery"_s, u"A folder with titles.csv and credits.csv; may be given again."_s, u"folder"_s},
        {u"articles"_s, u"The table of articles for the galleries."_s, u"file"_s},
        {u"no-ids"_s, u"The galleries tell no external ids."_s},
        {u"distractors"_s, u"Series, novels, albums, remakes and more around each film's name."_s},
        {u"misbehave"_s, u"429:match=wbgetentities:retryAfter=1:times=2; may be given again."_s, u"rule"_s},
        {u"log"_s, u"A line for each request."_s, u"file"_s},
        {u"check-pace"_s, u"Counts requests that come faster than this."_s, u"milliseconds"_s, u"0"_s},
    });
}

/// What is wrong, or nothing.
QString fill(origin::World &world, const QCommandLineParser &options)
{
    const quint64 seed = options.value(u"seed"_s).toULongLong();
    QString problem;
    if (options.isSet(u"world"_s))
        problem = origin::worlds::addSample(world, options.value(u"world"_s));
    for (const QString &folder : options.values(u"gallery"_s))
        problem += origin::worlds::addGallery(world, folder);
    if (options.isSet(u"articles"_s))
        problem += origin::worlds::addArticles(world, options.value(u"articles"_s));
    if (const int titles = options.value(u"titles"_s).toInt(); titles > 0)
        origin::worlds::addMade(world, titles, seed);
    if (options.isSet(u"distractors"_s))
        origin::worlds::addDistractors(world, seed);
    world.withIds = !options.isSet(u"no-ids"_s);
    return problem;
}

QString setUp(Origin &local, const QCommandLineParser &options)
{
    for (const QString &text : options.values(u"misbehave"_s)) {
        const auto rule = origin::misbehaviour::fromText(text.toUtf8());
        if (!rule)
            return u"Unknown misbehaviour: %1. Known are: %2"_s.arg(
                text, QString::fromUtf8(origin::misbehaviour::kinds().join(", ")));
        local.misbehave(*rule);
    }
    local.checkPace(std::chrono::milliseconds(options.value(u"check-pace"_s).toInt()));
    if (options.isSet(u"log"_s) && !local.logTo(options.value(u"log"_s)))
        return u"Cannot write the log %1"_s.arg(options.value(u"log"_s));
    return local.start(quint16(options.value(u"port"_s).toUInt())) ? QString() : local.errorString();
}

int refuse(const QString &problem)
{
    std::fprintf(stderr, "cineteca-origin: %s\n", qUtf8Printable(problem));
    return 2;
}

}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    addOptions(options);
    options.process(app);

    const auto world = std::make_shared<origin::World>();
    if (const QString problem = fill(*world, options); !problem.isEmpty())
        return refuse(problem);
    Origin local(world);
    if (const QString problem = setUp(local, options); !problem.isEmpty())
        return refuse(problem);
    std::printf("listening on %s\n", qUtf8Printable(local.url({}).toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
