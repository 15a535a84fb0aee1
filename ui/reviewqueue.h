#pragma once

#include "store/facets.h"

#include <QWidget>

class Database;
class Listener;
class QLabel;
class QListView;
class ReviewFilterBox;
class ReviewHold;
class ReviewItem;
class ReviewModel;
class ReviewReader;
struct ReviewCounts;

/// What is to be reviewed, and the item of it that a person looks at. Nothing but the person moves that.
class ReviewQueue : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewQueue(Database &database, QWidget *parent = nullptr);

    const Match *current() const; ///< null while there is none
    /// The current item and those behind it.
    QList<Match> upcoming() const;
    const ReviewCounts &counts() const;
    reviewing::Filter filter() const;
    ReviewFilterBox *filterBox() const { return m_filter; } ///< to be put where there is room for it
    bool hasOpen() const; ///< another item than the current one waits
    bool isEmpty() const;
    bool isNarrowed() const; ///< by more than a state and words

    /// Who else looks at the current item: it is theirs to decide. Empty if nobody does.
    const QString &heldBy() const;

public slots:
    void refresh();
    /// Counts, and looks for what is new only if the counts say that there is something.
    void look();
    /// A row stands otherwise now.
    void update(const Match &before, const Match &after);
    /// New candidates for an item.
    void setMatch(const Match &match);
    void showPoster(const QPixmap &poster);
    void goToNext();
    void goTo(ItemId item);
    /// Goes to a title that need not have been here.
    void bring(const Match &match);
    void choose(Verdict verdict);
    void readAnew();
    /// These titles, whatever the filter says, until showAll().
    void showOnly(const QList<Match> &matches);
    void showAll();

signals:
    void shown(const Match &match);
    void emptied(); // nothing in this queue
    void held(const Match &match, const QString &who); // another looks at it; the next one is shown, if there is one
    void counted(const ReviewCounts &counts);
    void failed(const Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void listen(Database &database);
    void passBy(ItemId item);
    QList<Verdict> open() const;
    void arrange();
    void keepPlace();
    void showCurrent();

    ReviewModel *m_model;
    ReviewReader *m_reader;
    ReviewFilterBox *m_filter;
    QListView *m_list;
    ReviewItem *m_item;
    ReviewHold *m_hold;
    Listener *m_listener;
    QSet<ItemId> m_passed; // others' items, since the last that was ours
    std::optional<Match> m_shown; // as it was shown last
    std::optional<Match> m_brought; // that the filter may not find
    ItemId m_place; // of the item that was looked at last
    bool m_goesOn = false; // to the next item, as soon as there is one
    bool m_isRead = false;
    bool m_isOnly = false; // some titles are shown, and nothing is read
};
