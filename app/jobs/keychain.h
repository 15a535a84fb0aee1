#pragma once

#include "data/result.h"

#include <QCoroTask>

/// Passwords of servers in the desktop's keychain, and nowhere else: without a keychain none is kept.
namespace keychain {

/// The password of who the address logs in, empty where none is kept. An error if there is no keychain, or it is
/// locked.
QCoro::Task<Result<QString>> read(QString address);
QCoro::Task<Result<>> write(QString address, QString password);
QCoro::Task<Result<>> remove(QString address);

/// What a password is kept under: who, where and which database, no options.
QString key(const QString &address);

}
