#include "logmodel.h"

#include "data/result.h"
#include "icons.h"
#include "net/httpclient.h"

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

QString iconOf(LogEntry::Level level)
{
    switch (level) {
    case LogEntry::Level::Traffic:
        return u"globe"_s;
    case LogEntry::Level::Event:
        return u"dialog-information"_s;
    case LogEntry::Level::Warning:
        return u"dialog-warning"_s;
    case LogEntry::Level::Error:
        return u"dialog-error"_s;
    }
    return {};
}

}

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &LogModel::flush);
}

void LogModel::add(LogEntry::Level level, const QString &text)
{
    m_pending.append({.at = QDateTime::currentDateTime(), .level = level, .text = text});
    if (m_pending.size() > Limit)
        m_pending.removeFirst();
    if (!m_soon.isActive())
        m_soon.start();
}

void LogModel::addTraffic(const Traffic &traffic)
{
    const QString what = traffic.stored ? tr("stored") : QString::number(traffic.status);
    const QString text = u"%1  %2 B  %3 ms  %4"_s.arg(what)
                             .arg(traffic.bytes)
                             .arg(traffic.took.count())
                             .arg(traffic.url.toDisplayString());
    if (traffic.problem.isEmpty())
        add(LogEntry::Level::Traffic, text);
    else
        add(LogEntry::Level::Warning, text + u"  "_s + traffic.problem);
}

void LogModel::addError(const Error &error)
{
    add(LogEntry::Level::Error, error.detail.isEmpty() ? error.message : error.message + u" · "_s + error.detail);
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_pending.clear();
    endResetModel();
}

QString LogModel::line(int row) const
{
    const LogEntry &entry = m_entries[row];
    return entry.at.toString(Qt::ISODateWithMs) + u'\t' + nameOf(entry.level) + u'\t' + entry.text;
}

void LogModel::flush()
{
    const qsizetype added = m_pending.size();
    dropOldest(std::min(m_entries.size(), m_entries.size() + added - Limit));
    if (added == 0)
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + added - 1));
    m_entries.append(std::exchange(m_pending, {}));
    endInsertRows();
}

void LogModel::dropOldest(qsizetype count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, int(count - 1));
    m_entries.remove(0, count);
    endRemoveRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogEntry &entry = m_entries[index.row()];
    if (role == LevelRole)
        return int(entry.level);
    if (role == Qt::DecorationRole && index.column() == Level)
        return icons::named(iconOf(entry.level));
    if (role == Qt::ToolTipRole)
        return entry.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case At:
        return entry.at.toString(u"HH:mm:ss.zzz");
    case Level:
        return nameOf(entry.level);
    case Text:
        return entry.text;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case At:
        return tr("When");
    case Level:
        return tr("Level");
    case Text:
        return tr("What");
    case ColumnCount:
        break;
    }
    return {};
}

QString LogModel::nameOf(LogEntry::Level level)
{
    switch (level) {
    case LogEntry::Level::Traffic:
        return tr("Request");
    case LogEntry::Level::Event:
        return tr("Event");
    case LogEntry::Level::Warning:
        return tr("Warning");
    case LogEntry::Level::Error:
        return tr("Error");
    }
    return {};
}
