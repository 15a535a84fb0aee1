#pragma once

#include "store/library.h"

#include <QObject>

#include <array>

class Database;
class ReviewModel;

/// How many titles have which verdict.
struct ReviewCounts
{
    std::array<int, 7> byVerdict{};
    bool isCrawled = false; ///< there is any title at all

    int &operator[](Verdict verdict) { return byVerdict[size_t(verdict)]; }
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

    const library::MatchFilter &filter() const { return m_filter; }
    const ReviewCounts &counts() const { return m_counts; }

public slots:
    /// Reads the queue anew.
    void show(const library::MatchFilter &filter);
    /// Looks for what is new, and leaves what is there where it is.
    void refresh();
    /// Counts, and refreshes if the counts are others.
    void look();
    void readMore();
    /// A person just changed a row: answers that are on their way do not know it, and the counts move at once.
    void move(Verdict from, Verdict to);

signals:
    void read();
    void counted(const ReviewCounts &counts);
    void failed(const Error &error);

private:
    enum class How { Anew, Merged };

    struct Question
    {
        How how = How::Anew;
        int limit = PageSize;
        ItemId after;
    };

    enum class Then { Nothing, RefreshIfChanged };

    void count(Then then = Then::Nothing);
    void takeCounts(const ReviewCounts &counts, Then then);
    void ask(const Question &question);
    void take(const Question &question, const QList<Match> &matches);

    Database &m_database;
    ReviewModel &m_model;
    library::MatchFilter m_filter;
    ReviewCounts m_counts;
    int m_generation = 0;
    std::optional<Question> m_asked; // on its way
    std::optional<Then> m_counting; // on its way
};
