#pragma once

#include "http.h"
#include "jsonwriter.h"
#include "world.h"

namespace origin::wikipedia {

/// Writes the wanted props of pages, and remembers where the next answer has to go on.
class PageProps
{
public:
    PageProps(const World &world, const HttpRequest &request);

    void append(JsonWriter &json, const Page &page);
    QList<std::pair<QByteArray, QByteArray>> continuation() const { return m_continuation; }

private:
    void properties(JsonWriter &json, const Page &page) const;
    void description(JsonWriter &json, const Page &page) const;
    void image(JsonWriter &json, const Page &page) const;
    void templates(JsonWriter &json, const Page &page) const;
    void info(JsonWriter &json, const Page &page) const;
    void revision(JsonWriter &json, const Page &page);
    void extract(JsonWriter &json, const Page &page);
    bool wants(const char *prop) const { return m_props.contains(prop); }

    const World &m_world;
    const HttpRequest &m_request;
    QByteArrayList m_props;
    QList<std::pair<QByteArray, QByteArray>> m_continuation;
    qsizetype m_texts = 0; ///< bytes written
    int m_extracts = 0;
    int m_pages = 0;
};

}
