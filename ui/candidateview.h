#pragma once

#include "data/match.h"
#include "match/weights.h"

#include <QWidget>

class CandidateModel;
class EvidenceModel;
class Heading;
class Pictures;
class QLabel;
class QPlainTextEdit;
class QListView;
class QStackedLayout;
class QTableView;

/// The candidates of an item, best first, and why the chosen one may be the one.
class CandidateView : public QWidget
{
    Q_OBJECT

public:
    explicit CandidateView(QWidget *parent = nullptr);

    const Candidate *chosen() const; ///< null while there is none
    void setPictures(const Pictures &pictures);
    /// By which the reasons are weighed; the bundled ones until then.
    void setWeights(const Weights &weights);

public slots:
    /// The same item again keeps the chosen candidate.
    void show(const Match &match);
    void choose(int row);
    /// Without evidence, which would tell what the machine thinks.
    void setBlind(bool blind);
    /// How the chosen candidate's article begins.
    void setBeginning(const QString &text);

signals:
    void chosenChanged();
    void opened(); // by a double click or Return

private:
    QWidget *makeCandidates();
    QWidget *makeEvidence();
    QWidget *makeBeginning();
    void showEvidence();

    CandidateModel *m_candidates;
    EvidenceModel *m_evidence;
    Item m_item;
    Weights m_weights = Weights::bundled();
    bool m_isBlind = false;
    QListView *m_list = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTableView *m_why = nullptr;
    QPlainTextEdit *m_beginning = nullptr;
    Heading *m_whyHeading = nullptr;
};
