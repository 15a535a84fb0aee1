#pragma once

#include "rawdocument.h"
#include "store/consoleanswer.h"

#include <QTabWidget>

class OutcomesModel;
class RowTable;

/// What came back from the console, a tab each: the run as a list, rows, plans, and texts that were opened.
class ConsoleResults : public QTabWidget
{
    Q_OBJECT

public:
    explicit ConsoleResults(QWidget *parent = nullptr);

    /// In place of the run before. Texts that were opened stay.
    void showRun(const console::Answer &answer);

public slots:
    void open(const rawdocument::Document &document);
    /// Lays a text out first, beside the window.
    void openBytes(const QString &title, const QByteArray &bytes);
    void closeCurrent();

private:
    void keepOpen(int tab);
    void clearRun();
    void showOutcome(const console::Outcome &outcome, int number);
    void close(int tab);

    OutcomesModel *m_outcomes;
    RowTable *m_run;
    int m_runs = 0; // tabs of the run, which come first
};
