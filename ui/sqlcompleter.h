#pragma once

#include "sqlcompletion.h"

#include <QObject>

class CodeEditor;
class QCompleter;
class QStringListModel;

/// Offers words at the cursor of an editor.
class SqlCompleter : public QObject
{
    Q_OBJECT

public:
    SqlCompleter(CodeEditor &editor, Connection::Engine engine);

    void setNames(const sqlnames::Names &names) { m_names = names; }
    bool isOpen() const;

public slots:
    /// One word is taken at once; of more, a list is shown.
    void complete();

private:
    void goOn();
    void show(const sqlcompletion::Offer &offer);
    void take(const QString &word);
    sqlcompletion::Offer offer() const;

    CodeEditor &m_editor;
    Connection::Engine m_engine;
    sqlnames::Names m_names;
    QStringListModel *m_words;
    QCompleter *m_completer;
};
