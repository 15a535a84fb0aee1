#pragma once

#include <QString>

/// Texts of the web and of files, as every database can hold them.
namespace plaintext {

/// Without the character NUL, at which a server's text would end.
inline QString of(QString text)
{
    return text.remove(QChar(u'\0'));
}

}
