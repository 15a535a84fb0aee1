#pragma once

#include "data/result.h"

/// Passwords, typed by a person.
namespace password {

/// Asks at the terminal, without showing what is typed. An error, `why`, where there is no terminal.
Result<QString> ask(const Error &why);

}
