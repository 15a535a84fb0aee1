#pragma once

#include "store/tablereferrers.h"

#include <QLabel>

/// The rows that refer to one: a link each, and hidden without any.
class ReferrerLinks : public QLabel
{
    Q_OBJECT

public:
    explicit ReferrerLinks(const QString &name, QWidget *parent = nullptr);

    void show(const QList<table::Referrers> &referrers);

signals:
    void wanted(const table::Query &query);

private:
    QList<table::Referrers> m_referrers;
};
