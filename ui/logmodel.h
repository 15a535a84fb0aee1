#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QTimer>

struct Error;
struct Traffic;

/// One line of the log.
struct LogEntry
{
    enum class Level { Traffic, Event, Warning, Error };

    QDateTime at;
    Level level = Level::Event;
    QString text;
};

/// What happened: requests, events, warnings and errors. The oldest lines go when there are too many.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Level, Text, ColumnCount };
    static constexpr int Limit = 10'000;
    static constexpr int LevelRole = Qt::UserRole;

    explicit LogModel(QObject *parent = nullptr);

    /// Comes into view a tenth of a second later, together with others.
    void add(LogEntry::Level level, const QString &text);
    void addTraffic(const Traffic &traffic);
    void addError(const Error &error);
    void clear();
    /// A line as it is copied: time, level and text.
    QString line(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void flush();
    void dropOldest(qsizetype count);
    static QString nameOf(LogEntry::Level level);

    QList<LogEntry> m_entries;
    QList<LogEntry> m_pending;
    QTimer m_soon;
};
