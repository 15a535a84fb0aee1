#pragma once

#include "data/match.h"
#include "jobs/services.h"

#include <QTimer>
#include <QWidget>

class AcceptAbove;
class Beginnings;
class BlindCheck;
class CandidateView;
class ElidedLabel;
class InlineMessage;
class LearnPanel;
class PageLayout;
class Pictures;
class QLabel;
class ReviewActions;
class ReviewHistory;
class ReviewKeys;
class ReviewLedger;
class ReviewQueue;
class ReviewRecorder;
class ReviewRejection;
class ReviewSearch;

/// Asks a person where the machine was not sure: one key a verb, and the next item is there.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(Services services, QWidget *parent = nullptr);

public slots:
    /// Looks for new matches. The person stays where they are.
    void refresh();
    /// Goes to a title, whatever is filtered.
    void bring(ItemId item);

signals:
    void galleryWanted(); // nothing was crawled yet: choose a gallery
    void decided(); // counts elsewhere are old
    void failed(const Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Side { Content, Nothing }; ///< in the order of the stack

    QWidget *makeNothing();
    QWidget *makeContent();
    QWidget *makeVerbs();
    QWidget *makeMore(QWidget *parent);
    void watchQueue();
    void watchLedger();
    void watchVerbs();
    void watchPanels();

    void readWeights();
    void turnTo(Side side);
    void showMatch(const Match &match);
    void showNone();
    void decide(Decision decision);
    void change(const Match &before, const Match &after);
    void showPanel(QWidget *panel);
    void accept();
    void undo();
    void openArticle();
    void showStrip();
    void showBeginning();
    void showPoster();
    void showVerbs();

    Services m_services;
    PageLayout *m_stack;
    ReviewActions *m_verbs;
    ReviewLedger *m_ledger;
    ReviewRecorder *m_recorder;
    InlineMessage *m_message;
    ReviewQueue *m_queue;
    ReviewSearch *m_search;
    CandidateView *m_candidates;
    ReviewHistory *m_history;
    ReviewRejection *m_rejection;
    AcceptAbove *m_acceptAbove;
    BlindCheck *m_blindCheck;
    LearnPanel *m_learn;
    Beginnings *m_beginnings;
    Pictures *m_pictures;
    ReviewKeys *m_keys = nullptr;
    QLabel *m_nothing = nullptr;
    QWidget *m_choose = nullptr;
    QWidget *m_right = nullptr;
    QLabel *m_none = nullptr;
    ElidedLabel *m_strip = nullptr;
    QTimer m_often; // while the page is seen, others may bring new matches
};
