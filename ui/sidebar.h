#pragma once

#include <QListWidget>

/// The names of the pages, each with a count that says how much waits there.
class Sidebar : public QListWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void add(const QIcon &icon, const QString &title);
    /// "62 %", "118"; empty for none.
    void setBadge(int row, const QString &count);
    QString badge(int row) const;
    /// The row that is chosen, -1 for none. To have the focus chooses nothing.
    int chosen() const;
    void choose(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowChosen(int row);
};
