#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QJsonObject>
#include <QList>

/// What JustWatch's API says before anybody looks for titles in it.
namespace justwatch {

/// The `data` of an answer, and the complaints that came with it.
struct Data
{
    QJsonObject object;
    QList<Error> notes;
};

/// Refused: `errors` and no data, or a page instead of data; Network where the error is the API's own. Malformed: no
/// JSON. The API's words are quoted.
Result<Data> readData(const QByteArray &body);
/// The body of an answer, unless its status says no (422: the question is not understood).
Result<QByteArray> bodyOf(const Answer &answer);

/// The whole address of a picture: "/poster/1/{profile}/dune.{format}" →
/// "https://images.justwatch.com/poster/1/s718/dune.jpg".
std::optional<QUrl> pictureUrl(QString path, const QString &profile, const QString &format);

}
