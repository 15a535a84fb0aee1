#include "querylist.h"

#include "hint.h"

QueryList::QueryList(const QString &name, const QString &title, QString hint, QWidget *parent)
    : QListView(parent)
    , m_model(new QueriesModel(this))
    , m_hint(std::move(hint))
{
    setObjectName(name);
    setAccessibleName(title);
    setModel(m_model);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const auto *query = m_model->at(index.row()))
            emit wanted(query->text);
    });
}

void QueryList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    hint::paint(*this, m_hint);
}
