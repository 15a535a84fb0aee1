#pragma once

#include <QStringView>

#include <vector>

namespace wikitext {

struct Node;
using Nodes = std::vector<Node>;

/// What stands between two bars of a template or a link: as written, and taken apart.
struct Part
{
    QStringView source;
    Nodes nodes;
};

/// A piece of wikitext. Its texts are views into what was parsed.
struct Node
{
    enum class Kind {
        Text,
        Verbatim, ///< between <nowiki>: no markup in it
        Template, ///< {{name|argument|…}}
        Link, ///< [[title|label]]
        ExternalLink, ///< [https://example.org label], in one part
        Tag, ///< a tag of HTML, as written
    };

    Kind kind = Kind::Text;
    QStringView text;
    std::vector<Part> parts; ///< of templates and links
};

constexpr size_t MaxDepth = 100; ///< what is nested deeper is text

/// Takes wikitext apart, in time linear in its length. It never fails: what is not closed is text. Comments, references
/// and other extensions are left out.
Nodes parse(QStringView text);

}
