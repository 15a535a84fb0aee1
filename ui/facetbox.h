#pragma once

#include <QComboBox>

/// One thing that titles differ in: every choice with how many titles it leaves. Away while there is nothing to choose.
class FacetBox : public QComboBox
{
    Q_OBJECT

public:
    struct Choice
    {
        QVariant value;
        QString text;
        int titles = 0;
    };

    FacetBox(const QString &name, const QString &title, QWidget *parent);

    /// Invalid for all.
    QVariant value() const { return currentData(); }
    void setChoices(const QList<Choice> &choices);
    void clear();

signals:
    void chosen();

private:
    QString m_title;
};
