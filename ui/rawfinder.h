#pragma once

#include "data/result.h"
#include "store/rawanswers.h"

#include <QTimer>
#include <QWidget>

class Database;
class QComboBox;
class QLineEdit;
class QListView;
class QStringListModel;

/// Finds what the web answered about a title, to be read as it came.
class RawFinder : public QWidget
{
    Q_OBJECT

public:
    explicit RawFinder(Database &database, QWidget *parent = nullptr);

signals:
    void found(const QString &title, const QByteArray &bytes);
    void failed(const Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeKinds();
    void look();
    void open(int row);

    Database &m_database;
    QComboBox *m_kind;
    QLineEdit *m_words;
    QListView *m_list;
    QStringListModel *m_titles;
    QList<rawanswers::Entry> m_entries;
    QTimer m_soon;
    int m_generation = 0; // an answer to an older question is dropped
};
