#pragma once

#include "data/crawl.h"

#include <QWidget>

class QLabel;

/// How many titles stand where, as a number above its name.
class TallyView : public QWidget
{
    Q_OBJECT

public:
    explicit TallyView(QWidget *parent = nullptr);

    void showTally(const Tally &tally);

private:
    void add(const QString &name, const QString &caption, int Tally::*count);

    struct Field
    {
        QLabel *number;
        int Tally::*count;
    };
    QList<Field> m_fields;
};
