#pragma once

#include <QList>
#include <QString>

namespace wikitext {

/// A line as a reader sees it.
struct Line
{
    struct Link
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        QString title;
    };

    QString text; ///< a soft break of the source is a newline in it
    QList<Link> links;
    bool paragraph = false; ///< an empty line stands before it
    int bullets = 0; ///< how deep in lists; 0 if it is no item
    bool heading = true; ///< nothing of it is not bold

    bool isEmpty() const { return text.isEmpty(); }
};

/// The lines of a text while it is shown, piece by piece.
class Flow
{
public:
    void put(QStringView text, bool bold = false);
    void softBreak(); ///< a single newline of the source
    void newLine(int bullets = 0);
    void newParagraph();
    void put(const Flow &other); ///< goes on with the other's lines

    qsizetype position() const { return m_lines.last().text.size(); }
    void link(qsizetype begin, const QString &title);

    /// Lines that hold something.
    QList<Line> lines() const;

private:
    QList<Line> m_lines{Line()};
};

/// Text without what is left where something was taken out: "( ; x)", "a ,".
QString tidy(const QString &text);

}
