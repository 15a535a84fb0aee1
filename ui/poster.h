#pragma once

#include <QLabel>
#include <QUrl>

class Posters;

/// A film's poster, and a plain sign in its place while there is none.
class Poster : public QLabel
{
    Q_OBJECT

public:
    explicit Poster(const QString &name, QWidget *parent = nullptr);

    /// From where they come; without, none is shown.
    void setPosters(Posters *posters);
    void show(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const QUrl &url);
    void paintIt();

    Posters *m_posters = nullptr;
    QUrl m_url;
};
