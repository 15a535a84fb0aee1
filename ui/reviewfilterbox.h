#pragma once

#include "store/library.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
struct ReviewCounts;

/// Which items are in the queue: a state, with how many have it, and words of the title.
class ReviewFilterBox : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewFilterBox(QWidget *parent = nullptr);

    library::MatchFilter filter() const;
    /// The states that a verb leads away from: those of the filter, or the open one where all are shown.
    QList<Verdict> open() const;

public slots:
    void showCounts(const ReviewCounts &counts);
    void choose(Verdict verdict);

signals:
    void changed();

private:
    QComboBox *m_state;
    QLineEdit *m_words;
    QTimer m_soon; // until a person has typed a word
};
