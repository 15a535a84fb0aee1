#include "frozenheader.h"

#include "filterheader.h"

#include <QScopedValueRollback>

using namespace Qt::Literals;

FrozenHeader::FrozenHeader(FilterHeader &whole)
    : QHeaderView(Qt::Horizontal, &whole)
    , m_whole(whole)
{
    setObjectName(u"frozenHeader"_s);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setContextMenuPolicy(Qt::NoContextMenu); // the whole one has it
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (!m_isFollowing)
            m_whole.resizeSection(section, size);
    });
    connect(this, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (!m_isFollowing)
            m_whole.moveSection(from, to);
    });
    connect(&whole, &QHeaderView::geometriesChanged, this, &FrozenHeader::follow);
}

void FrozenHeader::follow()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    const FrozenColumns columns = m_whole.frozenColumns();
    const int kept = columns.places > 0 ? columns.kept() : 0;
    setVisible(kept > 0);
    if (kept == 0 || count() != m_whole.count())
        return;
    for (int place = 0; place < count(); ++place) {
        const int section = m_whole.logicalIndex(place);
        moveSection(visualIndex(section), place);
        setSectionHidden(section, place >= kept || m_whole.isSectionHidden(section));
        if (!isSectionHidden(section))
            resizeSection(section, m_whole.sectionSize(section));
    }
    setGeometry(columns.area(m_whole.viewport()->geometry()));
    raise();
}

void FrozenHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    m_whole.showOrder(*option, section);
}
