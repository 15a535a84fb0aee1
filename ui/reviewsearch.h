#pragma once

#include "jobs/crawling.h"

#include <QFrame>

#include <stop_token>

class QLabel;
class QLineEdit;
class QToolButton;

/// Looks an item up with a person's own words, inline, and keeps what was found.
class ReviewSearch : public QFrame
{
    Q_OBJECT

public:
    explicit ReviewSearch(Services services, QWidget *parent = nullptr);
    ~ReviewSearch() override;

public slots:
    /// Opens the field for an item, with its title to start from.
    void ask(const Match &match);
    /// Looks it up by its title at once.
    void again(const Match &match);
    void cancel();

signals:
    void found(const Match &match); // with its candidates, new ones first where they fit better
    void failed(const Error &error);
    void closed();

private:
    void search();
    void take(const Match &match, const QList<Candidate> &candidates);
    void setBusy(bool busy);

    Services m_services;
    QLineEdit *m_words;
    QLabel *m_busy;
    QToolButton *m_search;
    Match m_match;
    std::stop_source m_stop; // of the question on its way
};
