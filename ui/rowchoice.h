#pragma once

#include "editplace.h"

#include <QWidget>

#include <functional>

class EditSession;
class KeyReader;
class ProgressLine;
class QAction;

/// The rows that are chosen, for what is done with all of them. Those that the grid has not read are read first: how
/// far that is is shown, and it can be stopped; then nothing is done with any.
class RowChoice : public QWidget
{
    Q_OBJECT

public:
    using Rows = QList<records::Record>;
    using Then = std::function<void(const Rows &rows)>;

    static constexpr qint64 MostRows = 100'000; ///< more are not changed at once

    explicit RowChoice(EditSession &session, QWidget *parent = nullptr);

    void setContext(const EditContext &context) { m_context = context; }
    /// Looks up the rows that the grid has not read.
    void setReader(KeyReader *reader);
    qint64 count() const { return m_context.chosen(); }
    /// `then` is called with all of them, those among them that are not saved yet as they would be.
    void read(Then then);

public slots:
    void stop();

private:
    void takeKeys(const QStringList &keys);
    void readRecords();
    void take(const Rows &rows);
    void advance(qint64 done);
    void end();
    void fail(const Error &error);
    Rows unsaved() const;

    EditSession &m_session;
    KeyReader *m_reader = nullptr;
    EditContext m_context;
    Then m_then;
    QStringList m_keys;
    Rows m_rows;
    qsizetype m_read = 0; // keys whose rows are here
    int m_generation = 0; // an answer to an older question is dropped
    QAction *m_stop;
    ProgressLine *m_line;
};
