#pragma once

#include "rowtable.h"
#include "store/staging.h"

class EditSession;
class StagedModel;

/// Changes in a list: what, where, before and after, with rows called by their names.
class StagedList : public RowTable
{
    Q_OBJECT

public:
    StagedList(EditSession &session, const QString &name, const QString &title, QWidget *parent = nullptr);

    void show(const QList<staging::Staged> &changes);
    const StagedModel &changes() const { return *m_changes; }

private:
    void fit();

    StagedModel *m_changes;
};
