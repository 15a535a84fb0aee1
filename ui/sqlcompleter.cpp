#include "sqlcompleter.h"

#include "codeeditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QScrollBar>
#include <QStringListModel>

using namespace Qt::Literals;

SqlCompleter::SqlCompleter(CodeEditor &editor, Connection::Engine engine)
    : QObject(&editor)
    , m_editor(editor)
    , m_engine(engine)
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    m_completer->setWidget(&editor);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // what is offered is filtered already
    m_completer->popup()->setObjectName(u"sqlWords"_s);
    m_completer->popup()->setAccessibleName(tr("Words that may come next"));
    editor.setWordList(m_completer->popup());
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SqlCompleter::take);
    connect(&editor, &CodeEditor::typed, this, &SqlCompleter::goOn);
}

bool SqlCompleter::isOpen() const
{
    return m_completer->popup()->isVisible();
}

sqlcompletion::Offer SqlCompleter::offer() const
{
    return sqlcompletion::offer(m_editor.toPlainText(), m_editor.textCursor().position(), m_names, m_engine);
}

void SqlCompleter::complete()
{
    const auto words = offer();
    if (words.words.size() == 1)
        take(words.words.first());
    else
        show(words);
}

void SqlCompleter::goOn()
{
    if (isOpen())
        show(offer());
}

void SqlCompleter::show(const sqlcompletion::Offer &offer)
{
    if (offer.words.isEmpty())
        return m_completer->popup()->hide();
    m_words->setStringList(offer.words);
    QRect place = m_editor.cursorRect();
    place.translate(m_editor.viewport()->pos());
    const QAbstractItemView *popup = m_completer->popup();
    place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width()
                   + m_editor.fontMetrics().averageCharWidth() * 2);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_words->index(0));
}

void SqlCompleter::take(const QString &word)
{
    QTextCursor cursor = m_editor.textCursor();
    const auto words = offer();
    cursor.setPosition(int(words.from), QTextCursor::KeepAnchor);
    cursor.insertText(word);
    m_editor.setTextCursor(cursor);
}
