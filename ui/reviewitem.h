#pragma once

#include "data/match.h"

#include <QWidget>

class Heading;
class QLabel;

/// The chosen item as its gallery shows it, how it stands, and why a person is asked.
class ReviewItem : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewItem(QWidget *parent = nullptr);

    void show(const Match &match);
    /// The poster, as soon as there is one; a null pixmap for none.
    void showPoster(const QPixmap &poster);

private:
    void makePoster();
    QLabel *addLabel(const QString &name);
    QString linkTo(const Item &item) const;

    QLabel *m_poster;
    Heading *m_title;
    QLabel *m_facts;
    QLabel *m_originalTitle;
    QLabel *m_link;
    QLabel *m_state;
};
