#pragma once

#include <QLayout>

/// Puts widgets beside each other, and into the next line where there is no room left. Its height follows its width
/// afterwards, so that a page that holds one need not be as high as it would like to be.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent);
    ~FlowLayout() override;
    Q_DISABLE_COPY_MOVE(FlowLayout)

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect) const;

    QList<QLayoutItem *> m_items;
    int m_height = 0; // of all lines
};
