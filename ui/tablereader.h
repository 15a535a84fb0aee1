#pragma once

#include "rowplaces.h"
#include "store/sidelane.h"
#include "tablemodel.h"

/// Answers what the grid asks: the shape of a table, then page after page. An answer to an older question is dropped,
/// and work on it is ended.
class TableReader : public QObject
{
    Q_OBJECT

public:
    TableReader(Database &database, TableModel &model, QObject *parent = nullptr);
    ~TableReader() override;

    void show(const table::Query &query);
    /// Ends for good: before what listens to it goes.
    void close();
    /// Ends what is being read; what was read stays.
    void stop();
    const table::Query &query() const { return m_query; } ///< what was asked for last
    bool isReading() const { return m_isLooking; }
    /// The shown table, made out; null before the first answer.
    std::shared_ptr<const table::Outline> outline() const { return m_outline; }
    const RowPlaces &places() const { return m_places; }

signals:
    void asked(); ///< and no answer yet
    void shown();
    void learnt(); ///< all rows were gone through
    void failed(const Error &error);

private:
    void take(const table::Look &look);
    void learn();
    void add(const table::Learnt &learnt);
    void readPage();
    void takePage(int page, bool isGuess, const Result<TableModel::Rows> &rows);

    TableModel &m_model;
    table::Query m_query;
    std::shared_ptr<const table::Outline> m_outline;
    RowPlaces m_places;
    QSet<int> m_guessed; // pages whose rows lie about there
    std::optional<int> m_delayed; // a page that is looked at, and cannot be found yet
    QTimer m_grow; // not with every thousand rows
    std::stop_source m_stop;
    int m_generation = 0;
    bool m_isLooking = false;
    bool m_isReading = false;
    SideLane m_pages;
    SideLane m_scout; // goes through all rows, so that any can be found
};
