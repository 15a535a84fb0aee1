#pragma once

#include "codehighlighting.h"

#include <QByteArray>
#include <QString>

/// A text of any origin, ready to be read. Pure; large ones take a while.
namespace rawdocument {

struct Document
{
    QString title;
    QString text;
    codehighlighting::Language language = codehighlighting::Language::Plain;
    bool isCut = false; ///< it was too long to be shown whole
};

/// JSON is laid out, what is packed is unpacked, other bytes come as hexadecimal.
Document of(const QString &title, const QByteArray &bytes);

}
