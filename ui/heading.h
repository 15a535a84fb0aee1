#pragma once

#include <QLabel>

/// The name of what a part of a page is about, a little larger than the desktop's font.
class Heading : public QLabel
{
    Q_OBJECT

public:
    explicit Heading(const QString &name, QWidget *parent = nullptr);
};
