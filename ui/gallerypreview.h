#pragma once

#include "jobs/crawling.h"

#include <QFrame>

class ElidedLabel;
class InlineMessage;
class QAction;
class QFormLayout;
class QLabel;
class QPushButton;

/// What a crawl of the chosen gallery would be, and the buttons that start it.
class GalleryPreview : public QFrame
{
    Q_OBJECT

public:
    /// `actions` become buttons, the first the main one.
    explicit GalleryPreview(const QList<QAction *> &actions, QWidget *parent = nullptr);

public slots:
    void clear();
    /// An address is being looked up.
    void awaitGallery();
    /// The gallery is known, its size is being asked for.
    void await(const QString &name);
    /// Says why what is awaited takes so long.
    void tellWaiting(const QString &why);
    void showPreview(const crawling::Preview &preview);
    void showError(const Error &error, QAction *again);

private:
    QLabel *addRow(const QString &name, const QString &caption);
    void setRows(const crawling::Preview &preview);
    void setRow(QLabel *value, const QString &text);

    QFormLayout *m_form;
    QLabel *m_name;
    QLabel *m_address;
    QLabel *m_hint;
    InlineMessage *m_message;
    QLabel *m_titles;
    QLabel *m_known;
    QLabel *m_new;
    QLabel *m_gone;
    QLabel *m_requests;
    QLabel *m_time;
    bool m_isAwaiting = false;
};
