#include "filterheader.h"

#include "findfield.h"
#include "frozenheader.h"
#include "icons.h"
#include "store/tablefilter.h"
#include "tablemodel.h"

#include <QAction>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyleOptionHeader>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals;

FilterHeader::FilterHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_staying(new FrozenHeader(*this))
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::makeFields);
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        placeFields();
        if (sectionSize(section) != size) // the last of those that are fitted together: it has its size a moment later
            QMetaObject::invokeMethod(this, &FilterHeader::placeFields, Qt::QueuedConnection);
    });
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::placeFields);
    connect(this, &QHeaderView::sectionClicked, this, &FilterHeader::order);
    m_staying->setDefaultAlignment(defaultAlignment());
    connect(m_staying, &QHeaderView::sectionClicked, this, &FilterHeader::order);
}

void FilterHeader::setModel(QAbstractItemModel *model)
{
    QHeaderView::setModel(model);
    m_staying->setModel(model);
}

void FilterHeader::setFrozen(int places)
{
    if (m_frozen == places)
        return;
    m_frozen = places;
    placeFields();
    emit frozen(places);
}

QString FilterHeader::columnOf(int section) const
{
    return model() ? model()->headerData(section, Qt::Horizontal, TableModel::NameRole).toString() : QString();
}

int FilterHeader::typedSection() const
{
    const auto typed
        = std::ranges::find_if(m_fields, [](const QLineEdit *field) { return field && field->hasFocus(); });
    return typed == m_fields.end() ? -1 : int(typed - m_fields.begin());
}

void FilterHeader::makeFields()
{
    while (m_fields.size() > count()) {
        m_typed.remove(m_fields.constLast());
        delete m_fields.takeLast();
    }
    while (m_fields.size() < count())
        m_fields.append(makeField(int(m_fields.size())));
    placeFields();
}

QLineEdit *FilterHeader::makeField(int section)
{
    auto *field = new FindField(this);
    field->setObjectName(u"filter%1"_s.arg(section));
    field->setClearButtonEnabled(true);
    field->setPlaceholderText(tr("Filter"));
    field->setToolTip(tr("A text, or  = <> < > <= >=  with a value, a..b, a|b|c, /pattern/;  =  alone: empty,"
                         "  <>  alone: not empty"));
    connect(field, &QLineEdit::textChanged, this, [this, field] {
        judge(field);
        if (m_isShowing)
            return;
        m_typed.insert(field);
        emit filtered();
    });
    return field;
}

/// Says at the field itself why it cannot be meant, by a sign and in words.
void FilterHeader::judge(QLineEdit *field) const
{
    const bool isTyped = field->hasFocus() && !m_isShowing;
    for (QAction *old : field->actions()) {
        if (old->objectName() == "fault"_L1)
            delete old;
    }
    const auto conditions = filter::parse(field->text());
    const QString reason = conditions ? QString() : conditions.error().message;
    field->setAccessibleDescription(reason);
    if (isTyped)
        QToolTip::showText(field->mapToGlobal(QPoint(0, field->height())), reason, field);
    if (conditions)
        return;
    auto *fault = field->addAction(icons::named(u"data-warning"_s), QLineEdit::LeadingPosition);
    fault->setObjectName(u"fault"_s);
    fault->setToolTip(reason);
}

void FilterHeader::show(const QList<table::Filter> &filters, const QList<table::Order> &order)
{
    m_filters = filters;
    m_order = order;
    for (int section = 0; section < m_fields.size(); ++section) {
        QLineEdit *field = m_fields[section];
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        field->setAccessibleName(tr("Filter of %1").arg(title));
        const auto filter = std::ranges::find(filters, columnOf(section), &table::Filter::column);
        const QString text = filter == filters.end() ? QString() : filter->text;
        if (field->text() == text || m_typed.contains(field))
            continue;
        const QScopedValueRollback showing(m_isShowing, true);
        field->setText(text);
    }
    viewport()->update();
    m_staying->viewport()->update();
}

QList<table::Filter> FilterHeader::takeFilters()
{
    m_typed.removeIf([](QLineEdit *field) { return filter::parse(field->text()).has_value(); });
    return filters();
}

QList<table::Filter> FilterHeader::filters() const
{
    QList<table::Filter> filters;
    for (int section = 0; section < m_fields.size(); ++section) {
        const QString text = m_fields[section]->text().trimmed();
        const QString column = columnOf(section);
        if (text.isEmpty() || !filter::parse(text))
            continue;
        const auto shown = std::ranges::find_if(
            m_filters, [&](const table::Filter &one) { return one.column == column && one.text == text; });
        filters.append(shown == m_filters.end() ? table::Filter{.column = column, .text = text} : *shown);
    }
    for (const table::Filter &shown : m_filters) { // those of columns that are not there to be seen
        const bool hasField = std::ranges::any_of(
            m_fields, [&](QLineEdit *field) { return columnOf(int(m_fields.indexOf(field))) == shown.column; });
        if (!hasField)
            filters.append(shown);
    }
    return filters;
}

void FilterHeader::setFilter(int section, const QString &text)
{
    if (QLineEdit *field = m_fields.value(section); field && field->text() != text)
        field->setText(text);
}

/// A click goes up, down and back to none; with Shift held it adds to the order that there is.
void FilterHeader::order(int section)
{
    const QString column = columnOf(section);
    QList<table::Order> wanted = m_order;
    const auto found = std::ranges::find(wanted, column, &table::Order::column);
    const bool isUp = found != wanted.end() && found->direction == Qt::AscendingOrder;
    const bool isDown = found != wanted.end() && !isUp;
    if (!QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier))
        wanted = isDown ? QList<table::Order>()
                        : QList{table::Order{column, isUp ? Qt::DescendingOrder : Qt::AscendingOrder}};
    else if (isDown)
        wanted.erase(found);
    else if (isUp)
        found->direction = Qt::DescendingOrder;
    else
        wanted.append({column});
    m_order = wanted;
    viewport()->update();
    m_staying->viewport()->update();
    emit ordered(wanted);
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    if (!m_fields.isEmpty())
        size.rheight() += m_fields.first()->sizeHint().height();
    return size;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_fields.isEmpty() ? 0 : m_fields.first()->sizeHint().height());
    QHeaderView::updateGeometries();
    placeFields();
}

QRect FilterHeader::fieldRect(int section) const
{
    return {frozenColumns().placeOf(section), viewport()->geometry().bottom() + 1, sectionSize(section),
            m_fields[section]->sizeHint().height()};
}

/// What scrolls goes under what stays, whose fields lie above the others.
void FilterHeader::placeFields()
{
    m_staying->follow();
    const FrozenColumns columns = frozenColumns();
    const QRect scrolling = columns.scrollingArea(rect());
    for (int section = 0; section < m_fields.size(); ++section) {
        QLineEdit *field = m_fields[section];
        const QRect place = fieldRect(section);
        const bool stays = m_frozen > 0 && columns.holds(section);
        field->setGeometry(place);
        field->setVisible((!isSectionHidden(section) && (stays || place.intersects(scrolling))) || field->hasFocus());
        if (stays)
            field->raise();
    }
}

void FilterHeader::showOrder(QStyleOptionHeader &option, int section) const
{
    const auto found = std::ranges::find(m_order, columnOf(section), &table::Order::column);
    if (found == m_order.end())
        return;
    option.sortIndicator
        = found->direction == Qt::AscendingOrder ? QStyleOptionHeader::SortDown : QStyleOptionHeader::SortUp;
    if (m_order.size() > 1)
        option.text += u" (%1)"_s.arg(found - m_order.begin() + 1);
}

void FilterHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    showOrder(*option, section);
}
