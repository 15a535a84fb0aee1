#pragma once

#include "store/provenance.h"

#include <QLabel>

/// Where the values of a row come from: each source once, with the columns that it gave.
class SourceList : public QLabel
{
    Q_OBJECT

public:
    explicit SourceList(QWidget *parent = nullptr);

    void show(const QString &table, const QHash<QString, provenance::Origin> &origins);
};
