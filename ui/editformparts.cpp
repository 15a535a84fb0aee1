#include "editchips.h"
#include "editfield.h"
#include "editform.h"
#include "edithistorypanel.h"
#include "editsession.h"
#include "heading.h"
#include "poster.h"
#include "referrerlinks.h"
#include "rownames.h"
#include "sourcelist.h"

#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;
using records::Cell;

namespace {

/// Links of a film are written through its chips, which keep the first in its row.
bool hasChips(const QString &table, const model::Column &column)
{
    return table == "movies"_L1 && column.references;
}

QScrollArea *makeArea(const QString &name, const QString &title, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setAccessibleName(title);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

}

EditForm::EditForm(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_poster(new Poster(u"formPoster"_s, this))
    , m_heading(new Heading(u"formHeading"_s, this))
    , m_hint(new QLabel(tr("Choose a row to write in it."), this))
    , m_sections(new QTabWidget(this))
    , m_area(makeArea(u"formArea"_s, tr("The chosen row, to be written in"), this))
    , m_links(makeArea(u"formRelations"_s, tr("What the chosen row is linked with"), this))
    , m_alone(new QLabel(tr("No other row refers to this one."), this))
    , m_referring(new ReferrerLinks(u"formReferring"_s, this))
    , m_sources(new SourceList(this))
    , m_history(new EditHistoryPanel(m_session, this))
{
    setObjectName(u"editForm"_s);
    m_hint->setObjectName(u"formHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_sections->setObjectName(u"formSections"_s);
    m_sections->setAccessibleName(tr("Parts of the chosen row"));
    m_sections->setDocumentMode(true);
    m_sections->addTab(m_area, tr("Values"));
    m_sections->addTab(makeRelations(), tr("Relations"));
    m_sections->addTab(makeHistory(), tr("Sources, history"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_poster);
    head->addWidget(m_heading, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, layout->spacing(), 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_sections, 1);
    connect(&m_session, &EditSession::stagedChanged, this, &EditForm::showStaged);
    connect(&m_session.names(), &RowNames::known, this, &EditForm::showStaged);
    connect(&m_session, &EditSession::rowsChanged, this, &EditForm::reload);
    connect(m_referring, &ReferrerLinks::wanted, this, &EditForm::wanted);
    clear();
}

void EditForm::setPosters(Posters *posters)
{
    m_poster->setPosters(posters);
}

QWidget *EditForm::makeRelations()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    m_alone->setForegroundRole(QPalette::PlaceholderText);
    m_alone->setWordWrap(true);
    layout->addWidget(m_referring);
    layout->addWidget(m_alone);
    layout->addStretch(1);
    m_links->setWidget(body);
    return m_links;
}

/// Many sources leave most of the room to the history.
QWidget *EditForm::makeHistory()
{
    auto *page = new QWidget;
    auto *area = makeArea(u"formSourcesArea"_s, tr("Sources of the values"), page);
    area->setWidget(m_sources);
    area->setFixedHeight(fontMetrics().lineSpacing() * 7);
    m_sources->setAlignment(Qt::AlignTop);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, layout->spacing(), 0, 0);
    layout->addWidget(area);
    layout->addWidget(m_history, 1);
    return page;
}

void EditForm::makeFields()
{
    m_made = m_table;
    m_fields.clear();
    m_chips.clear();
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setSpacing(fontMetrics().height() / 2);
    const model::Table &table = *model::own().table(m_table);
    for (const model::Column &column : table.columns) {
        if (column.editedBy == model::Editor::Person && !hasChips(m_table, column))
            layout->addWidget(makeField(column));
    }
    layout->addStretch(1);
    m_area->setWidget(body);
    makeLinks();
}

void EditForm::makeLinks()
{
    delete std::exchange(m_chipBox, new QWidget);
    auto *layout = new QVBoxLayout(m_chipBox);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 2);
    for (const EditRecord::Links &links : std::as_const(m_record.links))
        layout->addWidget(makeChips(links));
    static_cast<QVBoxLayout *>(m_links->widget()->layout())->insertWidget(0, m_chipBox);
}

EditField *EditForm::makeField(const model::Column &column)
{
    auto *field = new EditField(m_session.database(), *model::own().table(m_table), column);
    m_fields.append(field);
    connect(field, &EditField::wanted, this, [this, &column](const Cell &value, const QString &name) {
        if (column.references && value)
            m_session.names().know(column.references->table, *value, name);
        m_session.stage({setting(column, value)});
    });
    connect(field, &EditField::creationWanted, this, [this, &column](const QString &name) { create(column, name); });
    connect(field, &EditField::takeBackWanted, this, [this, &column] { takeBack(column); });
    connect(field, &EditField::lockWanted, this,
            [this, &column](provenance::Lock lock) { m_session.setLock(m_table, m_key, column.name, lock); });
    connect(field, &EditField::failed, &m_session, &EditSession::failed);
    return field;
}

EditChips *EditForm::makeChips(const EditRecord::Links &kind)
{
    auto *chips = new EditChips(m_session, kind);
    m_chips.append(chips);
    connect(chips, &EditChips::addWanted, this,
            [this, kind](const QString &other, const records::Values &values) { link(kind, other, values); });
    connect(chips, &EditChips::creationWanted, this,
            [this, kind](const QString &name, const records::Values &values) { linkNew(kind, name, values); });
    connect(chips, &EditChips::removeWanted, this, [this, kind](const EditRecord::Link &one) { unlink(kind, one); });
    connect(chips, &EditChips::takeBackWanted, &m_session, [this](qint64 id) { m_session.takeBack({id}); });
    connect(chips, &EditChips::failed, &m_session, &EditSession::failed);
    return chips;
}
