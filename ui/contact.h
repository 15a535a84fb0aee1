#pragma once

#include <QString>

/// Who operates the program, as the User-Agent says it.
namespace contact {

/// Whether it is nothing, an e-mail address, or the address of a page.
bool isValid(const QString &contact);

}
