#pragma once

#include <QListView>

/// Providers as cards, in as many columns as there is room for.
class ProviderCards : public QListView
{
    Q_OBJECT

public:
    explicit ProviderCards(QWidget *parent = nullptr);

    void setPlaceholder(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitCards();

    QString m_placeholder;
};
