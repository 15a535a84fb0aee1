#pragma once

#include "store/facets.h"

#include <QTimer>
#include <QWidget>

class FacetBox;
class QAction;
class QComboBox;
class QLineEdit;
class QToolButton;
struct ReviewCounts;

/// Which items are in the queue, and in which order: by their state, score, reason, gallery, by who decided and when,
/// and by words of the title; each choice with how many titles it leaves.
class ReviewFilterBox : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewFilterBox(QWidget *parent = nullptr);

    reviewing::Filter filter() const;
    reviewing::Sort sort() const;
    /// The states that a verb leads away from: those of the filter, or the open one where all are shown.
    QList<Verdict> open() const;
    /// Puts the keys into the bar.
    QAction *focusAction() const { return m_focus; }

public slots:
    void showCounts(const facets::Counts &counts, const QMap<GalleryId, QString> &galleries);
    void choose(Verdict verdict);
    void clear();

signals:
    void changed();

private:
    QComboBox *makeState();
    QComboBox *makeSort();
    void arrange();
    void showStates(const facets::Counts &counts);
    void tellChange();

    QComboBox *m_state;
    QComboBox *m_sort;
    FacetBox *m_score;
    FacetBox *m_reason;
    FacetBox *m_gallery;
    FacetBox *m_who;
    FacetBox *m_when;
    QLineEdit *m_words;
    QAction *m_clear;
    QToolButton *m_clearButton;
    QAction *m_focus;
    QTimer m_soon; // until a person has typed a word
};
