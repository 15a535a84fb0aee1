#pragma once

#include "rowranges.h"
#include "store/sidelane.h"
#include "store/tableoutline.h"

#include <QObject>

class TableReader;

/// Looks up the keys of rows of the shown table by their places, piece by piece.
class KeyReader : public QObject
{
    Q_OBJECT

public:
    KeyReader(Database &database, TableReader &reader, QObject *parent = nullptr);

    /// Instead of what was looked up before. Where rows are still being counted, it waits for that.
    void read(const QList<RowRange> &ranges);
    void stop();
    /// Ends for good: before what listens to it goes.
    void close();

signals:
    void found(const QStringList &keys);
    void finished();
    void failed(const Error &error);

private:
    void readNext();
    void readPiece(qint64 first, qint64 limit);
    void take(const Result<table::Keys> &keys);

    TableReader &m_reader;
    QList<RowRange> m_ranges; // left to be read
    SideLane m_lane;
    std::stop_source m_stop;
    int m_generation = 0; // an answer to an older question is dropped
    bool m_isReading = false;
};
