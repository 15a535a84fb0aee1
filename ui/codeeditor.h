#pragma once

#include "codebrackets.h"
#include "codehighlighting.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimer>

class CodeGutter;

/// Text in a language: with line numbers, folding, matching brackets, and a fault shown where it is. SQL is written in
/// it, and what the web answered is read in it.
class CodeEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    using Language = codehighlighting::Language;

    CodeEditor(const QString &name, const QString &title, QWidget *parent = nullptr);

    void setLanguage(Language language);
    /// A new paragraph at the end, with the cursor in it.
    void append(const QString &text);

    /// A long text comes bit by bit, so that the window does not wait for its colours.
    void fill(const QString &text);

    /// While the list is seen, the keys that choose from it are not the editor's.
    void setWordList(const QWidget *list) { m_wordList = list; }

    /// Marks the word at a place in the text, and says why at the end of its line. It stays until the text changes.
    void showFault(int line, std::optional<qsizetype> place, const QString &message);
    void clearFault();
    int faultLine() const { return m_faultLine; } ///< from 1; 0 for none

    bool isFoldable(const QTextBlock &block) const;
    static bool isFolded(const QTextBlock &block);
    void toggleFold(const QTextBlock &block);

    /// The blocks that meet a rectangle of the viewport, and where they are.
    QList<std::pair<QTextBlock, QRectF>> visibleBlocks(const QRect &rect) const;

signals:
    void confirmed(); ///< Ctrl+Enter, which does not reach the window's own shortcuts from here
    void typed(); ///< a key that may go on with a word

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void watch();
    void fillOn();
    void useFont();
    void renewColours();
    void layGutter();
    void mark();
    std::optional<codebrackets::Pair> brackets() const;
    bool isForList(const QKeyEvent &event) const;
    bool indent(QKeyEvent *event);
    void indentLines(int direction);
    void breakLine();

    CodeGutter *m_gutter = nullptr;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
    const QWidget *m_wordList = nullptr;
    Language m_language = Language::Plain;
    int m_faultLine = 0;
    QString m_fault;
    QString m_coming; // what fill() has not shown yet is behind m_come
    qsizetype m_come = 0;
    QTimer m_soon;
    QTextCursor m_faultPlace;
};
