#pragma once

#include "editplace.h"
#include "jobs/tabletext.h"
#include "store/bulk.h"
#include "store/pasting.h"

#include <QWidget>

#include <functional>

class EditInput;
class EditPreview;
class EditSession;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QVBoxLayout;
class RowChoice;
class WholeFilePanel;

/// Changes of many rows: one value in all of them, find and replace, a block that is pasted, a file that is imported.
/// Each is looked at before it is typed in.
class ManyPanel : public QWidget
{
    Q_OBJECT

public:
    enum Way { SetAll, Replace, Paste, Import };

    ManyPanel(EditSession &session, RowChoice &choice, QWidget *parent = nullptr);

public slots:
    void setContext(const EditContext &context);
    void start(Way way);
    /// Looks at a CSV or JSON Lines file.
    void open(const QString &path);

signals:
    /// The changes are among those that wait to be saved.
    void staged();

private:
    QWidget *makeSetAll();
    QWidget *makeReplace();
    QWidget *makePaste();
    QWidget *makeImport();
    QWidget *withButton(QVBoxLayout *layout, const QString &name, const QString &text, void (ManyPanel::*look)());
    void fitForms();
    void fillColumns();
    void makeInput();
    void lookAtSetting();
    void lookAtReplacing();
    void lookAt(const bulk::Replacement &wanted);
    void lookAt(const QList<records::Record> &rows,
                const std::function<QList<editing::Change>(const QList<records::Record> &)> &change);
    void lookAtBlock();
    bool pasteClipboard();
    void askForFile();
    void lookAt(const pasting::Block &block, const QStringList &rows, pasting::Unknown unknown);
    void take(const Result<pasting::Preview> &preview);
    void takeRead(const Result<pasting::Preview> &preview);
    void lookAtWhole(const QString &path);
    pasting::Unknown unknownOfFile() const;
    void showPreview();
    template<typename Work>
    void preview(Work work);

    EditSession &m_session;
    RowChoice &m_choice; // the rows that are meant
    EditContext m_context;
    QComboBox *m_way;
    QStackedWidget *m_forms;
    EditPreview *m_preview;
    WholeFilePanel *m_wholeFile; // instead, of a file that is too long for it
    QComboBox *m_setColumn = nullptr;
    EditInput *m_value = nullptr;
    QLabel *m_setHint = nullptr;
    QComboBox *m_findColumn = nullptr;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_with = nullptr;
    QCheckBox *m_case = nullptr;
    QCheckBox *m_whole = nullptr;
    QCheckBox *m_chosenOnly = nullptr;
    QPlainTextEdit *m_block = nullptr;
    QCheckBox *m_makeOfBlock = nullptr;
    QCheckBox *m_makeOfFile = nullptr;
    QLabel *m_file = nullptr;
    int m_generation = 0; // an answer to an older question is dropped
};
