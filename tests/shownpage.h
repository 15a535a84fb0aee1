#pragma once

#include "filmshelf.h"

#include <QLabel>
#include <QTest>

/// A page over a shelf, as large as in a window, and what a person reads on it.
template<typename Page>
class ShownPage
{
public:
    explicit ShownPage(FilmShelf &shelf)
        : page(shelf.services())
    {
        page.resize(1100, 640);
        page.show();
        page.activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&page);
    }

    template<typename Widget = QLabel>
    Widget *find(const QString &name) const
    {
        auto *widget = page.template findChild<Widget *>(name);
        if (!widget)
            qFatal("There is no %s", qPrintable(name));
        return widget;
    }
    QString text(const QString &name) const { return find(name)->text(); }

    Page page;
};
