#include "rawdocument.h"

#include "jsonlayout.h"
#include "store/packed.h"

#include <QStringDecoder>

using namespace Qt::Literals;
using codehighlighting::Language;
using rawdocument::Document;

namespace {

constexpr qsizetype MostShown = 4 << 20; // characters
const auto PackedMagic = QByteArrayView("\x28\xb5\x2f\xfd"); // of Zstandard

QByteArray opened(const QByteArray &bytes)
{
    if (!bytes.startsWith(PackedMagic))
        return bytes;
    const QByteArray unpacked = Packed::ofRow(bytes).bytes();
    return unpacked.isNull() ? bytes : unpacked;
}

Language languageOf(const QString &text)
{
    if (text.startsWith(u'{') || text.startsWith(u'['))
        return text.startsWith("[["_L1) ? Language::Wikitext
            : text.startsWith("{{"_L1)  ? Language::Wikitext
                                        : Language::Json;
    return text.contains("[["_L1) && text.contains("]]"_L1) ? Language::Wikitext : Language::Plain;
}

}

Document rawdocument::of(const QString &title, const QByteArray &bytes)
{
    const QByteArray laidOut = jsonlayout::indented(opened(bytes));
    QStringDecoder decoder(QStringDecoder::Utf8);
    Document document{.title = title, .text = decoder.decode(laidOut)};
    if (decoder.hasError() || document.text.contains(QChar::Null))
        document.text = QString::fromLatin1(laidOut.first(std::min(MostShown / 3, laidOut.size())).toHex(' '));
    document.isCut = document.text.size() > MostShown;
    document.text.truncate(MostShown);
    document.language = languageOf(document.text);
    return document;
}
