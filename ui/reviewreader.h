#pragma once

#include "store/facets.h"
#include "store/reviewing.h"

#include <QObject>

#include <array>

class Database;
class ReviewModel;

/// How many titles have which verdict, whatever is filtered.
struct ReviewCounts
{
    std::array<int, 7> byVerdict{};
    bool isCrawled = false; ///< there is any title at all

    int operator[](Verdict verdict) const { return byVerdict[size_t(verdict)]; }
    int all() const;
    bool operator==(const ReviewCounts &) const = default;
};

/// Fills the queue page by page, and counts. An answer to an older question is dropped.
class ReviewReader : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageSize = 200;

    ReviewReader(Database &database, ReviewModel &model, QObject *parent = nullptr);

    const reviewing::Filter &filter() const { return m_filter; }
    const ReviewCounts &counts() const { return m_counts; }
    /// What each choice of the filter would leave.
    facets::Counts facetCounts() const;
    const QMap<GalleryId, QString> &galleries() const { return m_whole.galleries; }

public slots:
    /// Reads the queue anew.
    void show(const reviewing::Filter &filter, reviewing::Sort sort);
    /// Brings what has changed, and leaves what is there where it is.
    void refresh();
    /// Refreshes if anything was decided since.
    void look();
    void readMore();
    /// Others fill the model meanwhile.
    void hold(bool on);
    /// A person just changed a row: answers that are on their way do not know it, and the counts move at once.
    void move(const Match &before, const Match &after);

signals:
    void read();
    void counted(const ReviewCounts &counts);
    void failed(const Error &error);

private:
    enum class How { Anew, Further };

    /// All that has changed since a tick, and how many there are now.
    struct News
    {
        QList<Match> changed;
        reviewing::Tick tick;
        facets::Cube whole;
        facets::Cube worded;
    };
    static Result<News> newsSince(Connection &connection, const reviewing::Tick &tick, const QString &words);

    void ask(How how);
    void take(How how, const reviewing::Page &page);
    void askNews();
    void takeNews(const News &news);
    void readFromTheFirst();
    void count();

    Database &m_database;
    ReviewModel &m_model;
    reviewing::Filter m_filter;
    reviewing::Sort m_sort{};
    std::optional<reviewing::Place> m_last; // of the pages that were read
    facets::Cube m_whole;
    facets::Cube m_worded; // of the titles with the filter's words
    reviewing::Tick m_tick; // that the cubes are of
    ReviewCounts m_counts;
    int m_generation = 0;
    std::optional<How> m_asked; // on its way
    bool m_isAskingNews = false;
    bool m_isHeld = false;
};
