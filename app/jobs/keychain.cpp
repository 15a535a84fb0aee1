#include "jobs/keychain.h"

#include "store/address.h"

#include <QCoroSignal>
#include <qt6keychain/keychain.h>

using namespace Qt::Literals;

namespace {

const QString Service = u"org.cineteca.Cineteca"_s;

QString sentence(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return u"The keychain did not let Cineteca in."_s;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return u"There is no keychain here. The password is asked for each time, or read from ~/.pgpass."_s;
    default:
        return u"The keychain did not answer. The password is asked for each time, or read from ~/.pgpass."_s;
    }
}

QCoro::Task<Result<>> run(QKeychain::Job &job, QString key)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false); // never in a plain file
    job.setKey(key);
    job.start();
    co_await qCoro(&job, &QKeychain::Job::finished);
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        co_return fail(Error::Kind::Missing, sentence(job.error()), job.errorString());
    co_return Result<>();
}

}

QString keychain::key(const QString &text)
{
    auto address = address::parse(text);
    if (!address)
        return text;
    const QString service = address->options.value(u"service"_s);
    address->options.clear();
    if (!service.isEmpty())
        address->options.insert(u"service"_s, service);
    return address::text(*address);
}

QCoro::Task<Result<QString>> keychain::read(QString address)
{
    QKeychain::ReadPasswordJob job(Service);
    const auto done = co_await run(job, key(address));
    co_return done.transform([&] { return job.textData(); });
}

QCoro::Task<Result<>> keychain::write(QString address, QString password)
{
    QKeychain::WritePasswordJob job(Service);
    job.setTextData(password);
    co_return co_await run(job, key(address));
}

QCoro::Task<Result<>> keychain::remove(QString address)
{
    QKeychain::DeletePasswordJob job(Service);
    co_return co_await run(job, key(address));
}
