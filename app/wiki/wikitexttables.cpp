#include "wiki/wikitexttables.h"

#include "wiki/wikitext.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

constexpr qsizetype MostRows = 300;

/// A row as it is written, cell by cell, without their attributes.
struct Row
{
    QStringList cells;
    bool heading = true; ///< it has no cell but headings
};

/// What stands behind the attributes of a cell: "a" of `scope="row" | a`. A bar within a link or template is none.
QString contentOf(const QString &cell)
{
    int depth = 0;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        depth += cell[i] == u'[' || cell[i] == u'{' ? 1 : 0;
        depth -= cell[i] == u']' || cell[i] == u'}' ? 1 : 0;
        if (cell[i] == u'|' && depth <= 0)
            return cell.sliced(i + 1);
    }
    return cell;
}

void addCells(Row &row, QStringView line)
{
    const bool heading = line.startsWith(u'!');
    row.heading &= heading;
    QString text = line.sliced(1).toString();
    if (heading)
        text.replace("!!"_L1, "||"_L1);
    for (const QString &cell : text.split("||"_L1))
        row.cells.append(contentOf(cell));
}

/// The rows of all tables; an empty row stands where one ends.
QList<Row> rowsOf(QStringView section)
{
    QList<Row> rows;
    bool inTable = false;
    for (const QStringView raw : section.split(u'\n')) {
        const QStringView line = raw.trimmed();
        const bool begins = line.startsWith("{|"_L1);
        const bool ends = line.startsWith("|}"_L1);
        if (begins || ends || line.startsWith("|-"_L1))
            rows.append(Row());
        inTable = (inTable || begins) && !ends;
        if (!inTable || begins || line.startsWith("|-"_L1) || line.startsWith("|+"_L1) || rows.size() > MostRows)
            continue;
        if (line.startsWith(u'|') || line.startsWith(u'!'))
            addCells(rows.last(), line);
        else if (!rows.last().cells.isEmpty())
            rows.last().cells.last() += u'\n' + raw.toString();
    }
    return rows;
}

qsizetype columnOf(const Row &row, const QString &words)
{
    const QRegularExpression pattern(u"\\b(?:"_s + words + u")\\b"_s, QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        if (pattern.match(row.cells[i].left(200)).hasMatch())
            return i;
    }
    return -1;
}

InfoboxLine firstLine(const QString &cell)
{
    const QList<InfoboxLine> lines = wikitext::lines(cell);
    return lines.isEmpty() ? InfoboxLine() : lines.first();
}

void addRow(QList<InfoboxLine> &cast, const Row &row, qsizetype actors, qsizetype roles)
{
    InfoboxLine actor = firstLine(row.cells.value(actors));
    const QString role = firstLine(row.cells.value(roles)).text;
    if (actor.text.isEmpty())
        return;
    if (roles >= 0 && !role.isEmpty())
        actor.text += u" as "_s + role;
    cast.append(actor);
}

void addCellsOfTheForm(QList<InfoboxLine> &cast, const Row &row)
{
    for (const QString &cell : row.cells) {
        if (cell.contains(" as "_L1))
            cast.append(firstLine(cell));
    }
}

}

QList<InfoboxLine> wikitext::castTables(QStringView section)
{
    QList<InfoboxLine> cast;
    qsizetype actors = -1;
    qsizetype roles = -1;
    for (const Row &row : rowsOf(section)) {
        if (row.heading && row.cells.size() > 1) {
            actors = columnOf(row, u"actors?|actress|performers?|cast|players?|artists?"_s);
            roles = columnOf(row, u"roles?|characters?"_s);
        } else if (actors >= 0 && !row.cells.isEmpty()) {
            addRow(cast, row, actors, roles);
        } else {
            addCellsOfTheForm(cast, row);
        }
    }
    return cast;
}
