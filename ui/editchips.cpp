#include "editchips.h"

#include "castpart.h"
#include "editmark.h"
#include "flowlayout.h"
#include "icons.h"
#include "suggestionedit.h"
#include "tablecell.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using staging::Staged;

namespace {

/// "Genres" for movie_genres.
QString titleOf(const QString &table)
{
    return tablecell::title(table.startsWith("movie_"_L1) ? table.sliced(6) : table);
}

QString textOf(const EditRecord::Link &link)
{
    return link.role.isEmpty() ? link.name : EditChips::tr("%1 as %2").arg(link.name, link.role);
}

}

EditChips::EditChips(Database &database, const EditRecord::Links &kind, QWidget *parent)
    : QWidget(parent)
    , m_links(kind)
    , m_table(model::own().table(kind.table)->column(kind.column)->referredTable())
    , m_chips(new QWidget(this))
    , m_add(new SuggestionEdit(database, this))
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
    m_chosen.insert(m_key, m_name);
    emit addWanted(m_key, values);
}

QToolButton *EditChips::addChip(const QString &text)
{
    auto *chip = new QToolButton(m_chips);
    chip->setObjectName(u"chip"_s);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight); // the × behind
    chip->setIconSize(QSize(12, 12) * fontMetrics().height() / 16);
    chip->setText(chip->fontMetrics().elidedText(text, Qt::ElideRight, fontMetrics().averageCharWidth() * 36));
    chip->setAccessibleName(text);
    m_chips->layout()->addWidget(chip);
    return chip;
}

void EditChips::addLink(const EditRecord::Link &link, const Staged *removal)
{
    QToolButton *chip = addChip(removal ? editmark::Pen + textOf(link) : textOf(link));
    if (!removal) {
        chip->setIcon(icons::named(u"edit-delete-remove"_s));
        chip->setToolTip(tr("Remove %1").arg(textOf(link)));
        connect(chip, &QToolButton::clicked, this, [this, link] { emit removeWanted(link); });
        return;
    }
    QFont struck = chip->font();
    struck.setStrikeOut(true);
    chip->setFont(struck);
    chip->setIcon(icons::named(u"edit-undo"_s));
    chip->setToolTip(tr("%1 is to be removed. Click to keep it.").arg(link.name));
    chip->setAccessibleDescription(chip->toolTip());
    connect(chip, &QToolButton::clicked, this, [this, id = removal->id] { emit takeBackWanted(id); });
}

void EditChips::addNew(const Staged &insertion, const QString &name)
{
    QToolButton *chip = addChip(editmark::Pen + name);
    QFont bold = chip->font();
    bold.setBold(true);
    chip->setFont(bold);
    chip->setIcon(icons::named(u"edit-undo"_s));
    chip->setToolTip(tr("%1 is new and not saved. Click to take it back.").arg(name));
    chip->setAccessibleDescription(chip->toolTip());
    connect(chip, &QToolButton::clicked, this, [this, id = insertion.id] { emit takeBackWanted(id); });
}

void EditChips::show(const EditRecord::Links &links, const QList<Staged> &staged, const QHash<QString, QString> &names)
{
    m_links = links;
    qDeleteAll(m_chips->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly));
    for (const EditRecord::Link &link : links.links) {
        const auto removal = std::ranges::find_if(staged, [&](const Staged &one) {
            return one.change.kind == editing::Kind::Remove && one.change.row == link.row;
        });
        addLink(link, removal == staged.end() ? nullptr : &*removal);
    }
    for (const Staged &one : staged) {
        if (one.change.kind != editing::Kind::Insert)
            continue;
        const QString other = one.change.values.value(links.column).value_or(QString());
        const QString known = names.value(m_table + u',' + other, m_chosen.value(other, other));
        const QString role = one.change.values.value(u"role"_s).value_or(QString());
        addNew(one, textOf({.name = names.value(other, known), .role = role}));
    }
    for (auto *chip : m_chips->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        chip->show();
    m_chips->updateGeometry();
}
