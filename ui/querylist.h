#pragma once

#include "queriesmodel.h"

#include <QListView>

/// A list of statements: one is put into the editor by Enter or a double click.
class QueryList : public QListView
{
    Q_OBJECT

public:
    QueryList(const QString &name, const QString &title, QString hint, QWidget *parent = nullptr);

    void setQueries(const QList<QueriesModel::Query> &queries) { m_model->show(queries); }
    const QueriesModel::Query *current() const { return m_model->at(currentIndex().row()); }

signals:
    void wanted(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QueriesModel *m_model;
    QString m_hint;
};
