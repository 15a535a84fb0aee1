#pragma once

#include <QObject>
#include <QTimer>

class Grid;
class Posters;
class TableModel;

/// Posters before the titles of films, in taller rows: those of the rows that are seen are fetched, and no others.
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    Thumbnails(Grid &grid, TableModel &model, Posters &posters);

    void setShown(bool isShown);
    bool isShown() const { return m_isShown; }

private:
    void want();

    Grid &m_grid;
    TableModel &m_model;
    Posters &m_posters;
    QTimer m_soon; // when a person has stopped scrolling
    bool m_isShown = false;
};
