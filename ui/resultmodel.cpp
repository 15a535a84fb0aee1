#include "resultmodel.h"

#include <QDateTime>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestCell = 300; ///< more is never seen in a cell
constexpr qsizetype LongestTip = 600;
constexpr qsizetype LongestBytes = 16; ///< more of a blob says nothing

bool isNumber(const QVariant &value)
{
    const int type = value.typeId();
    return type == QMetaType::Int || type == QMetaType::LongLong || type == QMetaType::Double || type == QMetaType::UInt
        || type == QMetaType::ULongLong;
}

QString ofBytes(const QByteArray &bytes)
{
    const QString begin = QString::fromLatin1(bytes.first(std::min(LongestBytes, bytes.size())).toHex(' '));
    return bytes.size() > LongestBytes ? ResultModel::tr("%1 … (%2 bytes)").arg(begin).arg(bytes.size()) : begin;
}

/// As SQL has it, so that it can be typed again.
QString text(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return ofBytes(value.toByteArray());
    case QMetaType::QDateTime:
        return value.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    case QMetaType::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    default:
        return value.toString();
    }
}

QString shortened(const QString &text, qsizetype longest)
{
    return text.size() > longest ? text.first(longest) + u'…' : text;
}

}

ResultModel::ResultModel(console::Outcome outcome, QObject *parent)
    : QAbstractTableModel(parent)
    , m_outcome(std::move(outcome))
{
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_outcome.rows.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_outcome.columns.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QVariant &value = m_outcome.rows[index.row()][index.column()];
    switch (role) {
    case Qt::EditRole:
        return value;
    case Qt::DisplayRole:
        return value.isValid() ? shortened(text(value), LongestCell).replace(u'\n', u'⏎') : u"NULL"_s;
    case Qt::ToolTipRole:
        return value.isValid() ? shortened(text(value), LongestTip) : tr("No value");
    case Qt::TextAlignmentRole:
        return int((isNumber(value) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return value.isValid() ? QVariant() : QGuiApplication::palette().color(QPalette::PlaceholderText);
    case Qt::FontRole: {
        QFont italic;
        italic.setItalic(true);
        return value.isValid() ? QVariant() : italic;
    }
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Horizontal)
        return m_outcome.columns.value(section);
    return QAbstractTableModel::headerData(section, orientation, role);
}
