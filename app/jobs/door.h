#pragma once

#include "store/server.h"

#include <QCoroTask>

#include <functional>

/// The way into a server's database, before a program stands on it.
namespace door {

/// Looks at a server's database, or a file, on another thread. The address may hold a password.
QCoro::Task<server::Answer> knock(QString address);
/// The same with the password that the keychain holds, where the address has none.
QCoro::Task<server::Answer> knockWithKeychain(QString address);
/// The address with the password that the keychain holds; as it is where it holds none.
QCoro::Task<QString> withKeychain(QString address);
/// Makes the database that the address names.
QCoro::Task<Result<>> build(QString address);

/// What a person is asked and told on the way.
struct Person
{
    std::function<Result<QString>(const Error &why)> password;
    std::function<void(const QString &)> hears;
};
enum class Missing { Make, Refuse }; ///< a database that is not there

/// The address with what it takes to get in: the password, which the keychain or a person says where libpq finds none.
/// A file's address comes back as it is; the file is made when it is opened.
QCoro::Task<Result<QString>> find(QString address, Person person, Missing missing = Missing::Make);

}
