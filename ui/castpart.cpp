#include "castpart.h"

#include "action.h"
#include "store/typed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::Literals;
using records::Values;

CastPart::CastPart(QWidget *parent)
    : QWidget(parent)
    , m_role(makeLine(u"role"_s, tr("Character")))
    , m_place(makeLine(u"billing_order"_s, tr("Place in the list")))
    , m_fault(new QLabel(this))
    , m_add(makeAction(this, u"addCastMember"_s, tr("Add"), u"list-add"_s))
{
    setObjectName(u"castPart"_s);
    m_fault->setObjectName(u"castFault"_s);
    m_fault->setWordWrap(true);
    m_place->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    auto *line = new QHBoxLayout;
    line->addWidget(m_role, 1);
    line->addWidget(m_place);
    line->addWidget(makeButton(m_add, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_fault);
    connect(m_add, &QAction::triggered, this, &CastPart::finish);
    clear();
}

QLineEdit *CastPart::makeLine(const QString &column, const QString &title)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(u"new_"_s + column);
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    connect(line, &QLineEdit::textEdited, this, &CastPart::judge);
    connect(line, &QLineEdit::returnPressed, this, &CastPart::finish);
    return line;
}

void CastPart::ask(const QString &name)
{
    m_role->setToolTip(tr("Whom %1 plays. Enter adds it; it may stay empty.").arg(name));
    show();
    m_role->setFocus(Qt::OtherFocusReason);
}

void CastPart::clear()
{
    m_role->clear();
    m_place->clear();
    m_fault->hide();
    hide();
}

/// Why it cannot be meant; empty if it can.
QString CastPart::read(Values &values) const
{
    const model::Table &cast = *model::own().table(u"cast"_s);
    for (const auto &[line, column] : {std::pair(m_role, u"role"_s), std::pair(m_place, u"billing_order"_s)}) {
        if (line->text().trimmed().isEmpty())
            continue;
        const auto checked = typed::read(cast, *cast.column(column), line->text());
        if (!checked.isFine())
            return checked.fault;
        values.insert(column, checked.value);
    }
    return {};
}

void CastPart::judge()
{
    Values values;
    const QString fault = read(values);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void CastPart::finish()
{
    Values values;
    if (!read(values).isEmpty())
        return judge();
    clear();
    emit said(values);
}
