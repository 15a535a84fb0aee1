#pragma once

#include "data/movie.h"
#include "store/tableoutline.h"
#include "store/tablereferrers.h"
#include "tableshape.h"

#include <QHash>
#include <QWidget>

class Database;
class Heading;
class Poster;
class Posters;
class QLabel;
class ReferrerLinks;

/// One row as a form: each value in full, and where it comes from.
class TableRecord : public QWidget
{
    Q_OBJECT

public:
    explicit TableRecord(Database &database, QWidget *parent = nullptr);

    void setPosters(Posters *posters);

public slots:
    void show(const TableShape &shape, const table::Row &row);
    void clear();

signals:
    /// The rows that refer to the shown one.
    void wanted(const table::Query &query);
    void failed(const Error &error);

private:
    struct Field
    {
        QLabel *value;
        QLabel *source;
    };
    void makeFields(const TableShape &shape);
    void showValue(const Field &field, const QVariant &value, tablecell::Kind kind);
    void showPoster(const TableShape &shape, const table::Row &row);
    void askForMore(const TableShape &shape, const table::Row &row);
    void showSources(const QHash<QString, Source> &sources);

    Database &m_database;
    Poster *m_poster;
    Heading *m_heading;
    QLabel *m_hint;
    ReferrerLinks *m_referring;
    QWidget *m_body;
    QString m_table; // whose fields are here
    QList<table::Field> m_shownFields;
    QList<Field> m_fields;
    int m_generation = 0; // an answer to an older question is dropped
};
