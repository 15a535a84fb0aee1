#include "jobs/beginnings.h"
#include "jobs/politeness.h"
#include "localweb.h"
#include "net/recording.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::Literals;

namespace {

void fillSample(origin::World &world)
{
    const QString problem = origin::worlds::addSample(world, QStringLiteral(SOURCE_DIR "/tests/data/sample"));
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
}

/// The sample's gallery as one of the web: asked of the local origin.
Gallery gallery()
{
    Gallery gallery = crawling::sample();
    gallery.source = u"justwatch"_s;
    return gallery;
}

/// What the local origin answers, as if the real hosts had.
std::shared_ptr<Recording> recordingOf(const Origins &local)
{
    const Origins real;
    auto recording = std::make_shared<Recording>();
    recording->alias(local.justwatchWww, real.justwatchWww);
    recording->alias(local.justwatch, real.justwatch);
    recording->alias(local.wikipedia, real.wikipedia);
    recording->alias(local.wikidata, real.wikidata);
    recording->alias(local.wdqs, real.wdqs);
    return recording;
}

Result<QList<Match>> openMatches(LocalWeb &web)
{
    const library::MatchFilter open{.verdicts = {Verdict::Unreviewed}};
    return web.ask([open](Connection &connection) { return library::matches(connection, open, 1000); });
}

/// What a person reads in the review is recorded too: how the candidates' articles begin.
Result<> readEach(LocalWeb &web, const QList<Match> &matches)
{
    for (const Match &match : matches) {
        QStringList titles;
        for (const Candidate &candidate : match.candidates) {
            if (!candidate.key.isEmpty())
                titles.append(candidate.title);
        }
        const auto read = QCoro::waitFor(beginnings::read(web.services(), match.item.gallery, titles, {}));
        if (!read)
            return std::unexpected(read.error());
    }
    return {};
}

/// And what a person may choose: each candidate is accepted once.
Result<> chooseEach(LocalWeb &web, const QList<Match> &matches)
{
    for (const Match &match : matches) {
        for (const Candidate &candidate : match.candidates) {
            Decision choice{
                .item = match.item.id, .verdict = Verdict::Accepted, .judge = Judge::Person, .who = u"me"_s};
            choice.page = candidate.page;
            choice.wikidataId = candidate.wikidataId;
            if (!candidate.key.isEmpty())
                choice.article = candidate.title;
            const auto decided
                = web.ask([choice](Connection &connection) { return library::decide(connection, choice); });
            if (!decided)
                return std::unexpected(decided.error());
            const auto done = QCoro::waitFor(crawling::record(std::make_shared<Job>(), web.services(), {}));
            if (!done)
                return std::unexpected(done.error());
        }
    }
    return {};
}

bool write(const QByteArray &lines)
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/answers.jsonl"));
    return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size();
}

}

/// Crawls the sample's world on the local origin and bundles the answers as resources/sample/answers.jsonl.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    LocalWeb web(fillSample);
    const auto recording = recordingOf(web.origins);
    web.http.record(recording);
    const auto preview = QCoro::waitFor(crawling::preview(web.services(), gallery()));
    const auto crawl = QCoro::waitFor(crawling::prepare(web.services(), gallery()));
    const auto tally = QCoro::waitFor(crawling::run(std::make_shared<Job>(), web.services(), crawl.value().id));
    const auto chosen = openMatches(web).and_then([&](const QList<Match> &matches) {
        return readEach(web, matches).and_then([&] { return chooseEach(web, matches); });
    });
    if (!chosen)
        qFatal("%s %s", qUtf8Printable(chosen.error().message), qUtf8Printable(chosen.error().detail));
    if (!preview || !tally) {
        const Error &error = preview ? tally.error() : preview.error();
        qFatal("%s %s", qUtf8Printable(error.message), qUtf8Printable(error.detail));
    }
    if (!write(recording->toJsonLines()))
        qFatal("The recording cannot be written.");
    std::printf("%lld answers: %d titles, %d recorded, %d to review, %d failed\n", qlonglong(recording->size()),
                tally->listed, tally->recorded, tally->toReview, tally->failed);
    return 0;
}
