#include "editform.h"

#include "editchips.h"
#include "editfield.h"
#include "edithistorypanel.h"
#include "editmark.h"
#include "editsession.h"
#include "heading.h"
#include "poster.h"
#include "referrerlinks.h"
#include "rownames.h"
#include "sourcelist.h"
#include "store/database.h"
#include "store/typed.h"
#include "tablecell.h"

#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using records::Cell;
using staging::Staged;

void EditForm::clear()
{
    ++m_generation;
    m_key.clear();
    m_taken.clear();
    m_linksWanted.clear();
    m_record = {};
    m_poster->hide();
    m_heading->hide();
    m_sections->hide();
    m_history->clear();
    m_hint->show();
}

void EditForm::show(const QString &table, const QString &key)
{
    if (table == m_table && key == m_key)
        return;
    m_table = table;
    m_key = key;
    for (EditField *field : std::as_const(m_fields))
        field->forget();
    reload();
}

void EditForm::reload()
{
    if (m_key.isEmpty())
        return;
    const auto work
        = [table = m_table, key = m_key](Connection &connection) { return EditRecord::read(connection, table, key); };
    QCoro::connect(m_session.database().read(work), this,
                   [this, generation = ++m_generation](const Result<EditRecord> &record) {
                       if (generation != m_generation)
                           return;
                       if (!record)
                           return emit m_session.failed(record.error());
                       take(*record);
                   });
}

/// What was read need not be asked for by name.
void EditForm::keepNames() const
{
    const model::Table &table = *model::own().table(m_table);
    for (const auto &[column, name] : m_record.names.asKeyValueRange())
        m_session.names().know(table.column(column)->referredTable(), valueOf(column).value_or(QString()), name);
    for (const EditRecord::Links &links : std::as_const(m_record.links)) {
        const QString other = model::own().table(links.table)->column(links.column)->referredTable();
        for (const EditRecord::Link &link : links.links)
            m_session.names().know(other, link.other, link.name);
    }
}

void EditForm::take(const EditRecord &record)
{
    if (!record.row && !typed::isNew(m_key))
        return clear(); // it is gone
    m_record = record;
    m_taken = m_key;
    keepNames();
    if (m_made != m_table)
        makeFields();
    m_hint->hide();
    m_sections->show();
    m_heading->show();
    m_sources->show(m_table, m_record.origins);
    m_referring->show(m_record.referrers);
    m_alone->setVisible(m_chips.isEmpty() && m_record.referrers.isEmpty());
    if (typed::isNew(m_key))
        m_history->clear();
    else
        m_history->show(m_table, m_key);
    showStaged();
    goToLinks();
}

void EditForm::writeLinks(const QString &table)
{
    m_linksWanted = table;
    if (m_taken == m_key && m_made == m_table)
        goToLinks();
}

void EditForm::goToLinks()
{
    const QString table = std::exchange(m_linksWanted, {});
    const auto chips = std::ranges::find(m_chips, table, [](const EditChips *one) { return one->links().table; });
    if (chips == m_chips.end())
        return;
    m_sections->setCurrentWidget(m_links);
    (*chips)->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, *chips, [this, field = (*chips)->focusProxy()] { m_links->ensureWidgetVisible(field); });
}

Cell EditForm::valueOf(const QString &column) const
{
    if (m_record.row)
        return m_record.row->values.value(column);
    const Change *insertion = m_session.changeOf(m_table, m_key);
    return insertion ? insertion->values.value(column) : Cell();
}

QString EditForm::nameOf(const model::Column &column, const Cell &value) const
{
    return value && column.references ? m_session.names().of(column.references->table, *value) : QString();
}

void EditForm::showStaged()
{
    if (m_key.isEmpty() || m_made != m_table)
        return;
    if (typed::isNew(m_key) && !m_session.changeOf(m_table, m_key))
        return clear(); // it was taken back, or saved under its key
    showHeading();
    showPoster();
    for (EditField *field : std::as_const(m_fields))
        showField(*field);
    for (EditChips *chips : std::as_const(m_chips)) {
        const auto links = std::ranges::find(m_record.links, chips->links().table, &EditRecord::Links::table);
        chips->show(*links, m_session.links(links->table, m_key));
    }
}

void EditForm::showHeading()
{
    const QString &label = model::own().table(m_table)->label;
    const Change *change = m_session.changeOf(m_table, m_key);
    const Change *name = m_session.changeOf(m_table, m_key, label);
    const QString known = (name ? name->after : valueOf(label)).value_or(QString());
    const QString text = !known.isEmpty() ? known
        : typed::isNew(m_key)             ? tr("A row")
                                          : tablecell::rowTitle(m_table, m_key);
    if (change && change->kind == Kind::Remove)
        m_heading->setText(editmark::Pen + tr("%1 (to be removed)").arg(text));
    else
        m_heading->setText(change ? editmark::Pen + tr("%1 (new)").arg(text) : text);
}

void EditForm::showPoster()
{
    const QString column = u"poster_url"_s;
    if (!model::own().table(m_table)->column(column))
        return m_poster->hide();
    const Change *staged = m_session.changeOf(m_table, m_key, column);
    m_poster->show(QUrl((staged ? staged->after : valueOf(column)).value_or(QString())));
}

void EditForm::showField(EditField &field)
{
    const QString &column = field.column().name;
    const bool isKey = model::own().table(m_table)->primaryKey.contains(column); // a link is another, never changed
    field.setVisible(!isKey || typed::isNew(m_key));
    const Change *staged = m_session.changeOf(m_table, m_key, column);
    const auto origin = m_record.origins.constFind(column);
    field.show({.value = valueOf(column),
                .staged = staged,
                .name = nameOf(field.column(), staged ? staged->after : valueOf(column)),
                .nameBefore = staged ? nameOf(field.column(), staged->before) : QString(),
                .origin = origin == m_record.origins.cend() ? std::nullopt : std::optional(*origin)});
}

Change EditForm::setting(const model::Column &column, const Cell &value) const
{
    return {.table = m_table,
            .row = m_key,
            .column = column.name,
            .before = valueOf(column.name),
            .after = value,
            .version = m_record.row ? m_record.row->version : 0};
}

void EditForm::create(const model::Column &column, const QString &name)
{
    const QString table = column.referredTable();
    const Change made{.kind = Kind::Insert,
                      .table = table,
                      .row = typed::newStandIn(),
                      .values = {{model::own().table(table)->label, name}}};
    m_session.stage({made, setting(column, made.row)});
}

/// `values` are what is said of the link itself.
void EditForm::link(const EditRecord::Links &links, const QString &other, records::Values values)
{
    const auto known = std::ranges::find(m_record.links, links.table, &EditRecord::Links::table);
    const bool isThere
        = links.table != "cast"_L1 && std::ranges::contains(known->links, other, &EditRecord::Link::other);
    if (isThere)
        return emit m_session.told(tr("It is there already."));
    values.insert(u"movie_id"_s, m_key);
    values.insert(links.column, other);
    m_session.stage({{.kind = Kind::Insert, .table = links.table, .row = typed::newStandIn(), .values = values}});
}

void EditForm::linkNew(const EditRecord::Links &links, const QString &name, records::Values values)
{
    const model::Column *column = model::own().table(links.table)->column(links.column);
    const QString table = column->referredTable();
    const Change made{.kind = Kind::Insert,
                      .table = table,
                      .row = typed::newStandIn(),
                      .values = {{model::own().table(table)->label, name}}};
    values.insert(u"movie_id"_s, m_key);
    values.insert(links.column, made.row);
    m_session.stage({made, {.kind = Kind::Insert, .table = links.table, .row = typed::newStandIn(), .values = values}});
}

void EditForm::unlink(const EditRecord::Links &links, const EditRecord::Link &link)
{
    const auto read = [links, link](Connection &connection) {
        return records::read(connection, *model::own().table(links.table), link.row, records::Hold::No);
    };
    QCoro::connect(m_session.database().read(read), this, [this](const Result<std::optional<records::Record>> &row) {
        if (!row)
            return emit m_session.failed(row.error());
        if (*row)
            m_session.stage({{.kind = Kind::Remove,
                              .table = (*row)->table,
                              .row = (*row)->key,
                              .values = (*row)->values,
                              .version = (*row)->version}});
    });
}

void EditForm::takeBack(const model::Column &column)
{
    for (const Staged &one : m_session.staged()) {
        if (one.change.table == m_table && one.change.row == m_key && one.change.column == column.name)
            return m_session.takeBack({one.id});
    }
}
