#pragma once

#include "store/facets.h"

#include <QWidget>

class Database;
class QLabel;
class QListView;
class ReviewFilterBox;
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
    void choose(Verdict verdict);
    void readAnew();
    /// These titles, whatever the filter says, until showAll().
    void showOnly(const QList<Match> &matches);
    void showAll();

signals:
    void shown(const Match &match);
    void emptied(); // nothing in this queue
    void counted(const ReviewCounts &counts);
    void failed(const Error &error);

private:
    QList<Verdict> open() const;
    void arrange();
    void keepPlace();
    void showCurrent();

    ReviewModel *m_model;
    ReviewReader *m_reader;
    ReviewFilterBox *m_filter;
    QListView *m_list;
    ReviewItem *m_item;
    std::optional<Match> m_shown; // as it was shown last
    ItemId m_place; // of the item that was looked at last
    bool m_goesOn = false; // to the next item, as soon as there is one
    bool m_isRead = false;
    bool m_isOnly = false; // some titles are shown, and nothing is read
};
