#pragma once

#include "databasesmodel.h"
#include "store/server.h"

#include <QWidget>

class DatabaseForm;
class InlineMessage;
class QBoxLayout;
class QListView;
class Settings;

/// The databases that a person has given names, how to get into each, and whether one does.
class DatabasesPage : public QWidget
{
    Q_OBJECT

public:
    /// `open` is the address of the database that the window stands on.
    DatabasesPage(const QString &open, Settings &settings, QWidget *parent = nullptr);

    /// Every one that can be chosen: the person's own, the named ones, and the open one.
    static QList<KnownDatabase> known(const QString &open, const Settings &settings);

public slots:
    void refresh();
    /// Shows the open database, which could not be opened, and what can be done about it.
    void explain(const Error &why);

signals:
    /// A person wants to work on it. The address may hold a password: it is for the program's own memory.
    void databaseWanted(const QString &address);
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Then { Tell, Open };

    void makeActions();
    QWidget *makeList();
    QWidget *makeDetails();
    void arrange();
    void watch();
    void showChosen();
    void begin();
    void browse();
    void save();
    void forget();
    void ask(Then then);
    void make();
    void take(const server::Answer &answer, Then then);
    void tell(const server::Answer &answer);
    Result<> keepNewName();
    void keepPassword();
    void setBusy(bool busy);
    QString way() const;

    QString m_open;
    Settings &m_settings;
    DatabasesModel *m_model;
    QListView *m_list = nullptr;
    QBoxLayout *m_columns = nullptr; // below each other where there is little room
    QWidget *m_side = nullptr;
    DatabaseForm *m_form;
    InlineMessage *m_message;
    QAction *m_test = nullptr;
    QAction *m_enter = nullptr;
    QAction *m_save = nullptr;
    QAction *m_forget = nullptr;
    QAction *m_new = nullptr;
    QAction *m_browse = nullptr;
    QAction *m_make = nullptr;
    int m_generation = 0; // an answer to an older question is dropped
};
