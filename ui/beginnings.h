#pragma once

#include "data/match.h"
#include "jobs/services.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <stop_token>

/// How the candidates' articles begin: those of the titles that a person will look at next are read ahead.
class Beginnings : public QObject
{
    Q_OBJECT

public:
    explicit Beginnings(Services services, QObject *parent = nullptr);
    ~Beginnings() override;

    /// The first ones are read first.
    void want(const QList<Match> &matches);
    /// What there is to say of a candidate: its article's beginning, or why there is none yet.
    QString of(const Candidate &candidate) const;

signals:
    void arrived();

private:
    struct Wanted
    {
        Gallery gallery;
        QString title;
    };
    void askNext();
    void take(const QStringList &asked, const Result<QHash<QString, QString>> &found);

    Services m_services;
    QHash<QString, QString> m_texts; // by title; empty where there is none
    QSet<QString> m_failed; // not asked for again
    QList<Wanted> m_wanted;
    std::stop_source m_stop;
    bool m_isAsking = false;
};
