#pragma once

#include <QHeaderView>

class FilterHeader;

/// The names of the columns that stay, laid over the header whose others scroll, and always as wide as in it.
class FrozenHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FrozenHeader(FilterHeader &whole);

public slots:
    /// As wide as there, in that order, and where it belongs.
    void follow();

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;

private:
    FilterHeader &m_whole;
    bool m_isFollowing = false; // what changes is not a person's wish
};
