#include "stagedlist.h"

#include "stagedmodel.h"

StagedList::StagedList(EditSession &session, const QString &name, const QString &title, QWidget *parent)
    : RowTable(name, title, new StagedModel(session), parent)
    , m_changes(static_cast<StagedModel *>(model()))
{
    m_changes->setParent(this);
    setColumnHidden(StagedModel::Sql, true);
    connect(m_changes, &StagedModel::dataChanged, this, &StagedList::fit);
}

void StagedList::show(const QList<staging::Staged> &changes)
{
    m_changes->setStaged(changes);
    fit();
}

void StagedList::fit()
{
    fitColumns(StagedModel::After, 0.28);
}
