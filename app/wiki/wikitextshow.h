#pragma once

#include "wiki/wikitextcall.h"
#include "wiki/wikitextflow.h"

namespace wikitext {

/// Prose is read as it runs; Lines are the entries of a value, dates in them ISO.
enum class Form { Prose, Lines };

/// Shows wikitext as a reader sees it.
class Show
{
public:
    explicit Show(Form form)
        : m_form(form)
    {
    }

    Form form() const { return m_form; }
    QList<Line> lines() const { return m_flow.lines(); }

    void nodes(const Nodes &nodes);
    void argument(const Argument *argument); ///< nothing for nullptr
    QString text(const Argument *argument) const; ///< of an argument alone, on one line

    void put(QStringView text); ///< plain text
    void newLine(int bullets = 0);

private:
    void nodes(const Nodes &nodes, QStringView clip);
    void node(const Node &node);
    void source(QStringView text);
    qsizetype lineStart(QStringView rest);
    qsizetype special(QStringView rest);
    qsizetype quotes(QStringView rest);
    qsizetype lineEnd(QStringView rest);
    void link(const Node &node);
    void externalLink(const Node &node);
    void tag(QStringView tag);

    Form m_form;
    Flow m_flow;
    bool m_lineStart = true; ///< of the source: where list marks count
    bool m_bold = false;
    int m_tables = 0; ///< open ones: nothing is shown of them
};

}
