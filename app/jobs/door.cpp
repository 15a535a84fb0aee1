#include "jobs/door.h"

#include "jobs/keychain.h"
#include "store/filelook.h"

#include <QCoroFuture>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::Literals;
using server::Answer;
using server::Problem;

namespace {

constexpr int Tries = 3; // of a person, at a password

bool isServer(const QString &text)
{
    const auto address = address::parse(text);
    return address && address->engine == Connection::Engine::PostgreSQL;
}

Result<QString> existing(const QString &text)
{
    return address::parse(text).and_then([&](const Address &address) -> Result<QString> {
        if (address.path != ":memory:"_L1 && !QFileInfo::exists(address.path))
            return fail(Error::Kind::Missing, u"There is no database %1."_s.arg(address.path));
        return text;
    });
}

bool isAboutThePassword(Problem problem)
{
    return problem == Problem::NeedsPassword || problem == Problem::WrongPassword;
}

}

QCoro::Task<Answer> door::knock(QString text)
{
    const auto address = address::parse(text);
    if (!address)
        co_return Answer{.problem = Problem::Options, .error = address.error()};
    const auto look = address->engine == Connection::Engine::PostgreSQL ? server::ask : filelook::at;
    co_return co_await QtConcurrent::run([address, look] { return look(*address); });
}

QCoro::Task<Answer> door::knockWithKeychain(QString address)
{
    co_return co_await knock(co_await withKeychain(address));
}

QCoro::Task<QString> door::withKeychain(QString address)
{
    const auto parsed = address::parse(address);
    if (!parsed || !parsed->password.isEmpty())
        co_return address;
    const auto kept = co_await keychain::read(address);
    co_return kept ? address::withPassword(address, *kept) : address;
}

QCoro::Task<Result<>> door::build(QString text)
{
    const auto address = address::parse(text);
    if (!address)
        co_return std::unexpected(address.error());
    co_return co_await QtConcurrent::run([address] { return server::create(*address); });
}

QCoro::Task<Result<QString>> door::find(QString address, Person person, Missing missing)
{
    if (!isServer(address))
        co_return missing == Missing::Refuse ? existing(address) : address;
    Answer answer = co_await knock(address);
    if (answer.problem == Problem::NeedsPassword) {
        address = co_await withKeychain(address);
        answer = co_await knock(address);
    }
    for (int left = Tries; isAboutThePassword(answer.problem) && left > 0; --left) {
        const auto password = person.password(answer.error);
        if (!password)
            co_return std::unexpected(password.error());
        address = address::withPassword(address, *password);
        answer = co_await knock(address);
    }
    if (answer.problem == Problem::NoDatabase && missing == Missing::Make) {
        const auto built = co_await build(address);
        if (!built)
            co_return std::unexpected(built.error());
        person.hears(u"The server had no database %1. It has been made."_s.arg(answer.database));
        answer = co_await knock(address);
    }
    if (answer.problem != Problem::None)
        co_return std::unexpected(answer.error);
    co_return address;
}
