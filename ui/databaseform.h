#pragma once

#include "databasesmodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

/// Where a database is, in fields: a file, or a server and how to get in.
class DatabaseForm : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseForm(QWidget *parent = nullptr);

    void fill(const KnownDatabase &database);
    /// What the fields say, without the password.
    KnownDatabase database() const;
    QString password() const;
    bool keepsPassword() const;
    void setKeepsPassword(bool keeps);
    void askPassword();

signals:
    void edited();
    void submitted();
    void kindShown(bool isFile);

private:
    QLineEdit *addLine(const QString &name, const QString &label, const QString &hint = {});
    void addKind();
    void addFile();
    void addServer();
    void addTls();
    void addPassword();
    void showKind();
    QString serverAddress() const;

    QFormLayout *m_form;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_file = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QComboBox *m_tls = nullptr;
    QLineEdit *m_service = nullptr;
    QLineEdit *m_options = nullptr;
    QList<QWidget *> m_fileRows;
    QList<QWidget *> m_serverRows;
};
