#include "export/folded.h"
#include "export/sink.h"
#include "export/writer.h"

#include <QFile>
#include <QSet>
#include <QXmlStreamWriter>

using namespace Qt::Literals;

namespace {

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// A film's row, by the names of its columns.
class Film
{
public:
    Film(const QList<Selection::Field> &fields, Cells cells)
        : m_fields(fields)
        , m_cells(cells)
    {
    }

    QString operator[](QLatin1StringView name) const
    {
        const auto field = std::ranges::find(m_fields, name, &Selection::Field::name);
        return field == m_fields.end() ? QString() : textOf(m_cells[size_t(field - m_fields.begin())].bytes);
    }

    /// The texts of a list, each with its parts.
    QList<QStringList> list(QLatin1StringView name) const
    {
        QList<QStringList> list;
        for (const QString &text : (*this)[name].split(QLatin1Char(Cell::FoldedEnd), Qt::SkipEmptyParts))
            list.append(text.split(QLatin1Char(Cell::PartEnd)));
        return list;
    }

private:
    const QList<Selection::Field> &m_fields;
    Cells m_cells;
};

void element(QXmlStreamWriter &xml, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        xml.writeTextElement(name, text);
}

void elements(QXmlStreamWriter &xml, const QString &name, const QList<QStringList> &texts)
{
    for (const QStringList &text : texts)
        element(xml, name, text.constFirst());
}

/// Languages and countries stand in one text, with commas between them.
QList<QStringList> separated(const QString &text)
{
    QList<QStringList> texts;
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts))
        texts.append({one.trimmed()});
    return texts;
}

void writeIds(QXmlStreamWriter &xml, const Film &film)
{
    bool isFirst = true;
    for (const auto &[type, column] : {std::pair("imdb"_L1, "imdb_id"_L1), std::pair("tmdb"_L1, "tmdb_id"_L1),
                                       std::pair("wikidata"_L1, "wikidata_id"_L1)}) {
        if (film[column].isEmpty())
            continue;
        xml.writeStartElement(u"uniqueid"_s);
        xml.writeAttribute(u"type"_s, type);
        if (std::exchange(isFirst, false))
            xml.writeAttribute(u"default"_s, u"true"_s);
        xml.writeCharacters(film[column]);
        xml.writeEndElement();
    }
}

void writeRatings(QXmlStreamWriter &xml, const Film &film)
{
    const auto ratings = film.list("ratings"_L1);
    if (ratings.isEmpty())
        return;
    xml.writeStartElement(u"ratings"_s);
    for (const QStringList &rating : ratings) {
        xml.writeStartElement(u"rating"_s);
        xml.writeAttribute(u"name"_s, rating.value(0).toLower().remove(u' '));
        xml.writeAttribute(u"max"_s, u"10"_s);
        if (rating == ratings.constFirst())
            xml.writeAttribute(u"default"_s, u"true"_s);
        element(xml, u"value"_s, rating.value(1));
        element(xml, u"votes"_s, rating.value(2));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

void writeCast(QXmlStreamWriter &xml, const Film &film)
{
    int order = 0;
    for (const QStringList &part : film.list("cast"_L1)) {
        xml.writeStartElement(u"actor"_s);
        element(xml, u"name"_s, part.value(0));
        element(xml, u"role"_s, part.value(1));
        element(xml, u"order"_s, QString::number(order++));
        xml.writeEndElement();
    }
}

void writePoster(QXmlStreamWriter &xml, const Film &film)
{
    if (film["poster_url"_L1].isEmpty())
        return;
    xml.writeStartElement(u"thumb"_s);
    xml.writeAttribute(u"aspect"_s, u"poster"_s);
    xml.writeCharacters(film["poster_url"_L1]);
    xml.writeEndElement();
}

/// By https://kodi.wiki/view/NFO_files/Movies
QByteArray nfoOf(const Film &film)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument(u"1.0"_s, true);
    xml.writeStartElement(u"movie"_s);
    element(xml, u"title"_s, film["title"_L1]);
    element(xml, u"originaltitle"_s, film["original_title"_L1]);
    writeRatings(xml, film);
    element(xml, u"plot"_s, film["plot"_L1]);
    element(xml, u"tagline"_s, film["tagline"_L1]);
    element(xml, u"runtime"_s, film["runtime"_L1]);
    writePoster(xml, film);
    element(xml, u"mpaa"_s, film["age_rating"_L1]);
    writeIds(xml, film);
    elements(xml, u"genre"_s, film.list("genres"_L1));
    elements(xml, u"country"_s, separated(film["country"_L1]));
    elements(xml, u"credits"_s, film.list("writers"_L1));
    elements(xml, u"director"_s, film.list("directors"_L1));
    element(xml, u"premiered"_s, film["release_date"_L1]);
    element(xml, u"year"_s, film["release_date"_L1].left(4));
    elements(xml, u"studio"_s, film.list("studios"_L1));
    element(xml, u"trailer"_s, film["trailer_url"_L1]);
    writeCast(xml, film);
    xml.writeEndDocument();
    return bytes;
}

/// What every file system takes, "Alien³ (1992)"; the key beside it where two films would have one name.
QString fileName(const Film &film, QSet<QString> &taken)
{
    QString name = film["title"_L1];
    for (QChar &c : name) {
        if (c.unicode() < 0x20 || u"\\/:*?\"<>|"_s.contains(c))
            c = u'_';
    }
    name = name.left(120).trimmed();
    while (name.endsWith(u'.'))
        name.chop(1);
    if (const QString year = film["release_date"_L1].left(4); !year.isEmpty())
        name += u" (%1)"_s.arg(year);
    if (name.isEmpty() || name.startsWith(u'.') || taken.contains(name.toCaseFolded()))
        name += u" [%1]"_s.arg(film["movie_id"_L1]);
    taken.insert(name.toCaseFolded());
    return name + u".nfo"_s;
}

class NfoWriter : public Writer
{
public:
    NfoWriter(QString folder, Sink &all)
        : m_folder(std::move(folder))
        , m_all(all)
    {
    }

    Result<> begin(const Sheet &sheet) override
    {
        m_fields = sheet.fields();
        return {};
    }

    Result<> row(Cells cells) override
    {
        const Film film(m_fields, cells);
        const QByteArray bytes = nfoOf(film);
        QFile file(m_folder + u'/' + fileName(film, m_taken));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return std::unexpected(sink::error(file));
        m_all.text().append(bytes.constData(), size_t(bytes.size()));
        return m_all.turn();
    }

    Result<> end() override { return {}; }

private:
    QString m_folder;
    Sink &m_all;
    QList<Selection::Field> m_fields;
    QSet<QString> m_taken;
};

}

std::unique_ptr<Writer> writers::nfo(const QString &folder, Sink &all)
{
    return std::make_unique<NfoWriter>(folder, all);
}
