#include "codeeditor.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QKeyEvent>

using namespace Qt::Literals;

namespace {

constexpr int Indent = 4;

bool isConfirming(const QKeyEvent &event)
{
    return event.modifiers().testFlag(Qt::ControlModifier) && !event.modifiers().testFlag(Qt::ShiftModifier)
        && !event.modifiers().testFlag(Qt::AltModifier)
        && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

qsizetype spacesBefore(const QString &line)
{
    const auto end = std::ranges::find_if_not(line, [](QChar c) { return c == u' ' || c == u'\t'; });
    return end - line.begin();
}

}

bool CodeEditor::event(QEvent *event)
{
    // The window has other uses for Ctrl+Enter.
    if (event->type() == QEvent::ShortcutOverride && isConfirming(static_cast<QKeyEvent &>(*event)))
        event->accept();
    return QPlainTextEdit::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (isForList(*event))
        return event->ignore();
    if (isConfirming(*event))
        return emit confirmed();
    if (isReadOnly() && event->key() == Qt::Key_Return)
        return toggleFold(textCursor().block());
    if (!isReadOnly() && indent(event))
        return;
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty())
        emit typed();
}

bool CodeEditor::isForList(const QKeyEvent &event) const
{
    static const QList<int> choosing{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Escape};
    return m_wordList && m_wordList->isVisible() && choosing.contains(event.key());
}

bool CodeEditor::indent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        breakLine();
        return true;
    case Qt::Key_Tab:
        indentLines(1);
        return true;
    case Qt::Key_Backtab:
        indentLines(-1);
        return true;
    default:
        return false;
    }
}

/// The next line begins below the beginning of this one.
void CodeEditor::breakLine()
{
    QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().first(cursor.positionInBlock());
    cursor.insertText(u'\n' + line.first(spacesBefore(line)));
    setTextCursor(cursor);
    ensureCursorVisible();
}

/// One step in or out: the chosen lines, or what is behind the cursor.
void CodeEditor::indentLines(int direction)
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() && direction > 0) {
        cursor.insertText(QString(Indent - cursor.positionInBlock() % Indent, u' '));
        return;
    }
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.beginEditBlock();
    for (auto block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        QTextCursor line(block);
        if (direction > 0) {
            line.insertText(QString(Indent, u' '));
        } else {
            const int step = int(std::min<qsizetype>(Indent, spacesBefore(block.text())));
            line.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor, step);
            line.removeSelectedText();
        }
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

bool CodeEditor::isFoldable(const QTextBlock &block) const
{
    return isReadOnly() && m_highlighter && m_highlighter->startsFoldingRegion(block);
}

bool CodeEditor::isFolded(const QTextBlock &block)
{
    return block.next().isValid() && !block.next().isVisible();
}

void CodeEditor::toggleFold(const QTextBlock &first)
{
    if (!isFoldable(first))
        return;
    const QTextBlock end = m_highlighter->findFoldingRegionEnd(first);
    const bool unfolds = isFolded(first);
    for (auto block = first.next(); block.isValid() && block != end; block = block.next()) {
        block.setVisible(unfolds);
        block.setLineCount(unfolds ? block.layout()->lineCount() : 0);
    }
    document()->markContentsDirty(first.position(), end.position() - first.position() + 1);
    QMetaObject::invokeMethod(document()->documentLayout(), "documentSizeChanged",
                              Q_ARG(QSizeF, document()->documentLayout()->documentSize()));
    setTextCursor(QTextCursor(first));
}
