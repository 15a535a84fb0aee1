#pragma once

#include "data/movie.h"
#include "facts/names.h"

#include <QDebug>
#include <QFile>
#include <QHash>
#include <QStringList>

/// What is compared with a careful reader's reading: shares by column, printed with what was read wrong.
namespace readings {

using namespace Qt::Literals;

/// What a careful reader read.
const QString Expected = QStringLiteral(SOURCE_DIR "/tests/data/");

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How much of a column was read right, and what was not.
struct Column
{
    int all = 0;
    int right = 0;
    QStringList failures;

    void count(bool ok, const QString &failure)
    {
        ++all;
        right += ok ? 1 : 0;
        if (!ok)
            failures.append(failure);
    }
    double share() const { return all ? double(right) / all : 1; }
};

inline void print(const QString &name, const Column &column)
{
    qInfo().noquote() << u"%1 %2 of %3, %4 %"_s.arg(name, -14)
                             .arg(column.right, 4)
                             .arg(column.all, 4)
                             .arg(column.share() * 100, 0, 'f', 1);
    for (const QString &failure : column.failures)
        qInfo().noquote() << QString(u"    "_s + failure);
}

inline QString written(const PartialDate &date)
{
    QString text = QString::number(date.year);
    for (const int part : {date.month, date.day})
        text += part ? QString(u'-' + QString::number(part).rightJustified(2, u'0')) : QString();
    return text;
}

inline QString written(const Money &money)
{
    const auto digits = [&](double amount) { return QString::number(amount, 'f', money.amount < 1000 ? 2 : 0); };
    const QString text = money.currency + u' ' + digits(money.amount);
    return money.upper > money.amount ? QString(text + u'-' + digits(money.upper)) : text;
}

inline QString written(const QString &text)
{
    return text;
}

template<typename T>
inline QString written(const MaybeFact<T> &fact)
{
    return fact ? written(fact->value) : QString();
}

inline QStringList namesOf(const QList<Fact<Name>> &names)
{
    QStringList all;
    for (const Fact<Name> &name : names)
        all.append(name.value.name);
    return all;
}

inline QStringList namesOf(const QList<Fact<CastMember>> &cast)
{
    QStringList all;
    for (const Fact<CastMember> &member : cast)
        all.append(member.value.actor.name);
    return all;
}

inline QStringList keysOf(const QStringList &names)
{
    QStringList keys;
    for (const QString &name : names)
        keys.append(names::key(name));
    return keys;
}

/// All columns, in the order in which they were first compared.
class Report
{
public:
    Column &operator[](const QString &name)
    {
        if (!m_columns.contains(name))
            m_order.append(name);
        return m_columns[name];
    }
    void equal(const QString &column, const QString &film, const QString &read, const QString &expected)
    {
        if (!expected.isEmpty() || !read.isEmpty())
            (*this)[column].count(read == expected, u"%1: \"%2\", expected \"%3\""_s.arg(film, read, expected));
    }
    void names(const QString &column, const QString &film, const QStringList &read, const QStringList &expected)
    {
        for (const QString &name : expected)
            (*this)[column].count(keysOf(read).contains(names::key(name)), film + u": missing "_s + name);
        for (const QString &name : read) {
            if (!keysOf(expected).contains(names::key(name)))
                (*this)[column].count(false, film + u": too much "_s + name);
        }
    }
    void print()
    {
        for (const QString &name : std::as_const(m_order))
            readings::print(name, m_columns[name]);
    }

private:
    QStringList m_order;
    QHash<QString, Column> m_columns;
};

}
