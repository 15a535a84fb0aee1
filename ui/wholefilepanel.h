#pragma once

#include "jobs/wholefile.h"

#include <QWidget>

class EditSession;
class JobBar;
class QAction;
class QLabel;
class QPlainTextEdit;

/// A file that is too long to be looked at line by line: in numbers what it would change, and each cell that cannot be
/// meant; then it is imported whole.
class WholeFilePanel : public QWidget
{
    Q_OBJECT

public:
    explicit WholeFilePanel(EditSession &session, QWidget *parent = nullptr);
    ~WholeFilePanel() override;

    bool isWorking() const;

public slots:
    /// Reads the file through; nothing changes.
    void look(const wholefile::Order &order);

private:
    void import();
    void takeFindings(const Result<wholefile::Findings> &findings);
    void takeImported(const Result<wholefile::Findings> &imported);
    void showFindings(const wholefile::Findings &findings);

    EditSession &m_session;
    QLabel *m_summary;
    QPlainTextEdit *m_faults;
    QAction *m_import;
    JobBar *m_bar;
    wholefile::Order m_order; // of what was read through
    SideLane m_lane;
};
