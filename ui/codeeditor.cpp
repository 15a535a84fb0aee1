#include "codeeditor.h"

#include "codegutter.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QEvent>
#include <QFontDatabase>
#include <QPainter>

#include <array>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Slice = 10'000; // characters: some milliseconds

}

CodeEditor::CodeEditor(const QString &name, const QString &title, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(name);
    setAccessibleName(title);
    setLineWrapMode(NoWrap);
    setLayoutDirection(Qt::LeftToRight); // code, in whatever language the window is
    useFont();
    m_gutter = new CodeGutter(*this);
    watch();
    layGutter();
    mark();
}

void CodeEditor::watch()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CodeEditor::fillOn);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::layGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEditor::mark);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (removed > 0 || added > 0)
            clearFault();
    });
}

void CodeEditor::useFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(QWidget::font().pointSizeF());
    setFont(fixed);
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
}

void CodeEditor::setLanguage(Language language)
{
    m_language = language;
    renewColours();
}

void CodeEditor::renewColours()
{
    if (m_language == Language::Plain && !m_highlighter)
        return;
    if (!m_highlighter)
        m_highlighter = codehighlighting::make(document());
    codehighlighting::use(*m_highlighter, m_language, palette());
}

void CodeEditor::fill(const QString &text)
{
    m_coming = text;
    m_come = 0;
    clear();
    fillOn();
    moveCursor(QTextCursor::Start); // what comes now comes behind it
}

void CodeEditor::fillOn()
{
    const qsizetype line = m_coming.indexOf(u'\n', m_come + Slice);
    const qsizetype end = line < 0 ? m_coming.size() : line;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_coming.sliced(m_come, end - m_come));
    m_come = end;
    if (m_come < m_coming.size())
        m_soon.start();
    else
        m_coming.clear();
}

void CodeEditor::append(const QString &text)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!document()->isEmpty())
        cursor.insertText(toPlainText().endsWith(u'\n') ? u"\n"_s : u"\n\n"_s);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void CodeEditor::showFault(int line, std::optional<qsizetype> place, const QString &message)
{
    clearFault();
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    m_faultLine = line;
    m_fault = message.simplified();
    m_faultPlace = QTextCursor(block);
    m_faultPlace.setPosition(place ? int(*place) : block.position());
    if (place)
        m_faultPlace.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    while (place && document()->characterAt(m_faultPlace.position()) == u'.') { // a table's column
        m_faultPlace.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        m_faultPlace.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    }
    if (!m_faultPlace.hasSelection()) {
        m_faultPlace.setPosition(block.position());
        m_faultPlace.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    }
    mark();
    viewport()->update();
    m_gutter->update();
}

void CodeEditor::clearFault()
{
    if (m_faultLine == 0)
        return;
    m_faultLine = 0;
    m_fault.clear();
    m_faultPlace = {};
    mark();
    viewport()->update();
    m_gutter->update();
}

std::optional<codebrackets::Pair> CodeEditor::brackets() const
{
    const int at = textCursor().position();
    const std::array beside{at > 0 ? document()->characterAt(at - 1) : QChar(u' '), document()->characterAt(at)};
    const bool isBeside = std::ranges::any_of(beside, [](QChar c) { return "()[]{}"_L1.contains(c); });
    return isBeside ? codebrackets::around(toPlainText(), at) : std::nullopt; // the text is not copied at every step
}

/// The line of the cursor, the brackets beside it, and the fault.
void CodeEditor::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line{.cursor = textCursor()};
    line.format.setBackground(palette().alternateBase());
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor.clearSelection();
    if (!document()->isEmpty()) // else the placeholder is hidden by it
        marks.append(line);
    if (const auto pair = brackets()) {
        for (const qsizetype at : {pair->one, pair->other}) {
            QTextEdit::ExtraSelection bracket{.cursor = textCursor()};
            bracket.cursor.setPosition(int(at));
            bracket.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            bracket.format.setBackground(palette().mid());
            bracket.format.setFontWeight(QFont::Bold);
            marks.append(bracket);
        }
    }
    if (m_faultLine > 0) {
        QTextEdit::ExtraSelection fault{.cursor = m_faultPlace};
        fault.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        fault.format.setUnderlineColor(palette().color(QPalette::Text));
        marks.append(fault);
    }
    setExtraSelections(marks);
}

QList<std::pair<QTextBlock, QRectF>> CodeEditor::visibleBlocks(const QRect &rect) const
{
    QList<std::pair<QTextBlock, QRectF>> blocks;
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && place.top() <= rect.bottom()) {
        if (block.isVisible() && place.bottom() >= rect.top())
            blocks.append({block, place});
        block = block.next();
        place = QRectF(place.bottomLeft(), blockBoundingRect(block).size());
    }
    return blocks;
}

void CodeEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_faultLine == 0)
        return;
    QPainter painter(viewport());
    QFont font = this->font();
    font.setItalic(true);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (const auto &[block, rect] : visibleBlocks(viewport()->rect())) {
        if (block.blockNumber() + 1 != m_faultLine)
            continue;
        const int begin = fontMetrics().horizontalAdvance(block.text()) + fontMetrics().averageCharWidth() * 4;
        const QRect place(begin + int(contentOffset().x()), int(rect.top()), viewport()->width() - begin,
                          fontMetrics().height());
        painter.drawText(place, Qt::AlignVCenter,
                         fontMetrics().elidedText(u"← "_s + m_fault, Qt::ElideRight, place.width()));
    }
}

void CodeEditor::layGutter()
{
    const int width = m_gutter->sizeHint().width();
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layGutter();
}

void CodeEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (!m_gutter) // still being made
        return;
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) {
        renewColours();
        mark();
    } else if (event->type() == QEvent::FontChange) {
        layGutter();
    }
}
