#pragma once

#include "wiki/wikitextnode.h"

namespace wikitext {

/// The templates and links that are open while a text is read, and what they hold so far.
class Brackets
{
public:
    explicit Brackets(QStringView text);

    Node::Kind top() const { return m_open.back().kind; } ///< Text if none is open
    bool isFull() const { return m_open.size() > MaxDepth; }
    bool hasTemplate() const { return m_templates > 0; }
    bool divides() const { return m_templates + m_links > 0; } ///< whether a bar means something

    void add(Node node) { m_open.back().nodes.push_back(std::move(node)); }
    void open(Node::Kind kind, qsizetype at, qsizetype size);
    void close(qsizetype at, qsizetype size); ///< the top one
    void finishPart(qsizetype at); ///< of the top one

    void giveUpToTemplate(); ///< what is open within the innermost template is no bracket
    void giveUpAddresses(); ///< so are addresses at the top
    Nodes finish(); ///< so is everything

private:
    struct Open
    {
        Node::Kind kind = Node::Kind::Text;
        qsizetype begin = 0; ///< of its brackets
        qsizetype partBegin = 0;
        std::vector<Part> parts;
        Nodes nodes; ///< of the part that is being read
    };

    void count(Node::Kind kind, int by);
    void giveUp(size_t first);
    void moveOut(Open &lost, Nodes &nodes) const;

    QStringView m_text;
    std::vector<Open> m_open; ///< the undermost is the whole text
    int m_templates = 0;
    int m_links = 0;
};

}
