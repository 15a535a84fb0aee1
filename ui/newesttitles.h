#pragma once

#include "data/ids.h"
#include "rowtable.h"

#include <QTimer>

class Database;
class NewestModel;
struct Error;

/// What a crawl found last, as it arrives: a few rows, which stand still while a person is at them.
class NewestTitles : public RowTable
{
    Q_OBJECT

public:
    explicit NewestTitles(Database &database, QWidget *parent = nullptr);

    /// From now on what this crawl finds.
    void watch(CrawlId crawl);
    /// As high as its rows, whether they are there yet or not.
    QSize sizeHint() const override;

public slots:
    /// There may be something new: it is shown soon, at most twice a second, and only where it is seen.
    void look();

signals:
    void titleWanted(ItemId item);
    void failed(const Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void arrange();
    void ask();
    void goOn();
    bool isVisited() const;

    Database &m_database;
    NewestModel *m_newest;
    CrawlId m_crawl;
    QTimer m_soon;
    bool m_isAsking = false;
};
