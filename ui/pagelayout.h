#pragma once

#include <QStackedLayout>

/// Pages of which one is shown. It asks only for the room that the shown one needs, so that a long page does not give
/// scroll bars to a short one.
class PageLayout : public QStackedLayout
{
    Q_OBJECT

public:
    using QStackedLayout::QStackedLayout;

    QSize minimumSize() const override;
    /// A scroll area gives what says so all the height that it would like, where its least would do.
    bool hasHeightForWidth() const override { return false; }
};
