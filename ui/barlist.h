#pragma once

#include <QListWidget>

/// Names with a bar each, as long as how many there are; a click or Enter on one leads to them.
class BarList : public QListWidget
{
    Q_OBJECT

public:
    explicit BarList(QWidget *parent = nullptr);

    /// `part` of the longest bar, 0 to 1; `count` is what is said of it.
    void add(const QString &name, const QString &count, double part, const QString &filter);
    /// As high as what is in it.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(const QString &filter);
};
