#include "editchips.h"

#include "castpart.h"
#include "editmark.h"
#include "editsession.h"
#include "editwording.h"
#include "flowlayout.h"
#include "icons.h"
#include "rownames.h"
#include "suggestionedit.h"
#include "tablecell.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using editing::Kind;
using staging::Staged;

namespace {

/// "Genres" for movie_genres.
QString titleOf(const QString &table)
{
    return tablecell::title(table.startsWith("movie_"_L1) ? table.sliced(6) : table);
}

QString textOf(const QString &name, const QString &role)
{
    return role.isEmpty() ? name : EditChips::tr("%1 as %2").arg(name, role);
}

}

EditChips::EditChips(EditSession &session, const EditRecord::Links &kind, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_links(kind)
    , m_table(model::own().table(kind.table)->column(kind.column)->referredTable())
    , m_chips(new QWidget(this))
    , m_add(new SuggestionEdit(session.database(), this))
{
    setObjectName(u"chips_"_s + kind.table);
    setFocusProxy(m_add);
    const QString title = titleOf(kind.table);
    auto *caption = new QLabel(title, this);
    caption->setBuddy(m_add);
    new FlowLayout(m_chips);
    m_add->setObjectName(u"add_"_s + kind.table);
    m_add->setAccessibleName(tr("Add to %1 by name").arg(title));
    m_add->setPlaceholderText(tr("Add by name…"));
    m_add->suggestRows(m_table, SuggestionEdit::Creation::Offered);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(caption);
    layout->addWidget(m_chips);
    layout->addWidget(m_add);
    if (kind.table == "cast"_L1) {
        m_part = new CastPart(this);
        layout->addWidget(m_part);
        connect(m_part, &CastPart::said, this, &EditChips::add);
        connect(m_add, &QLineEdit::textEdited, m_part, &CastPart::clear); // another is meant
    }
    connect(m_add, &SuggestionEdit::chosen, this, &EditChips::choose);
    connect(m_add, &SuggestionEdit::creationWanted, this, [this](const QString &name) { choose({}, name); });
    connect(m_add, &SuggestionEdit::failed, this, &EditChips::failed);
}

void EditChips::choose(const QString &key, const QString &name)
{
    m_key = key;
    m_name = name;
    if (m_part)
        m_part->ask(name);
    else
        add({});
}

void EditChips::add(const records::Values &values)
{
    m_add->clear();
    if (m_part)
        m_add->setFocus(Qt::OtherFocusReason); // for the next one
    if (m_key.isEmpty())
        return emit creationWanted(m_name, values);
    m_session.names().know(m_table, m_key, m_name);
    emit addWanted(m_key, values);
}

QList<EditChips::Chip> EditChips::chipsOf(const QList<const Staged *> &staged) const
{
    QList<Chip> chips;
    for (const EditRecord::Link &link : m_links.links) {
        const auto removal = std::ranges::find_if(
            staged, [&](const Staged *one) { return one->change.kind == Kind::Remove && one->change.row == link.row; });
        const bool goes = removal != staged.end();
        chips.append({.link = link,
                      .text = textOf(link.name, link.role),
                      .staged = goes ? (*removal)->id : 0,
                      .kind = Kind::Remove});
    }
    for (const Staged *one : staged) {
        if (one->change.kind != Kind::Insert)
            continue;
        const QString other = one->change.values.value(m_links.column).value_or(QString());
        const QString role = one->change.values.value(u"role"_s).value_or(QString());
        const QString name = editwording::row(m_table, other, m_session.names());
        chips.append({.link = {}, .text = textOf(name, role), .staged = one->id, .kind = Kind::Insert});
    }
    return chips;
}

/// A button that takes the link away, or the change of it back.
void EditChips::addChip(const Chip &chip)
{
    auto *button = new QToolButton(m_chips);
    button->setObjectName(u"chip"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                    : Qt::LeftToRight); // the × behind
    button->setIconSize(QSize(12, 12) * fontMetrics().height() / 16);
    const QString text = chip.staged ? editmark::Pen + chip.text : chip.text;
    button->setText(fontMetrics().elidedText(text, Qt::ElideRight, fontMetrics().averageCharWidth() * 36));
    button->setAccessibleName(text);
    button->setIcon(icons::named(chip.staged ? u"edit-undo"_s : u"edit-delete-remove"_s));
    m_chips->layout()->addWidget(button);
    if (!chip.staged) {
        button->setToolTip(tr("Remove %1").arg(chip.text));
        connect(button, &QToolButton::clicked, this, [this, link = chip.link] { emit removeWanted(link); });
        return button->show();
    }
    QFont font = button->font();
    font.setStrikeOut(chip.kind == Kind::Remove);
    font.setBold(chip.kind == Kind::Insert);
    button->setFont(font);
    button->setToolTip(chip.kind == Kind::Remove
                           ? tr("%1 is to be removed. Click to keep it.").arg(chip.text)
                           : tr("%1 is new and not saved. Click to take it back.").arg(chip.text));
    button->setAccessibleDescription(button->toolTip());
    connect(button, &QToolButton::clicked, this, [this, id = chip.staged] { emit takeBackWanted(id); });
    button->show();
}

void EditChips::show(const EditRecord::Links &links, const QList<const Staged *> &staged)
{
    m_links = links;
    const QList<Chip> chips = chipsOf(staged);
    if (chips == m_shown)
        return; // what has the focus keeps it
    m_shown = chips;
    qDeleteAll(m_chips->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly));
    for (const Chip &chip : chips)
        addChip(chip);
    m_chips->updateGeometry();
}
