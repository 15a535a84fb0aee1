#pragma once

#include "store/consoleanswer.h"

#include <QTreeWidget>

/// How the database would go about a statement: a tree, the last step first.
class PlanView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit PlanView(const QList<console::Step> &plan, QWidget *parent = nullptr);
};
