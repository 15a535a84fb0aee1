#include "tablerecord.h"

#include "heading.h"
#include "poster.h"
#include "referrerlinks.h"
#include "store/database.h"
#include "store/library.h"
#include "store/typed.h"
#include "tablewording.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

/// What is known of a row beside its values.
struct More
{
    QHash<QString, Source> sources;
    QList<table::Referrers> referrers;
};

/// By what a person knows the row.
QString nameOf(const TableShape &shape, const table::Row &row)
{
    for (const QString &column : {u"title"_s, u"name"_s}) {
        const qsizetype place = shape.columnOf(column);
        if (place >= 0 && !row.cells.value(place).isNull())
            return row.cells.value(place).toString();
    }
    if (typed::isNew(row.key.value(0).toString()))
        return TableRecord::tr("New row");
    return row.key.size() == 1 ? tablecell::rowTitle(shape.query.table, row.key.first().toString())
                               : tablecell::title(shape.query.table);
}

QLabel *makeCaption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel *makeLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    return label;
}

}

TableRecord::TableRecord(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_poster(new Poster(u"recordPoster"_s, this))
    , m_heading(new Heading(u"recordHeading"_s, this))
    , m_hint(new QLabel(tr("Choose a row to see it whole."), this))
    , m_referring(new ReferrerLinks(u"recordReferring"_s, this))
    , m_body(new QWidget(this))
{
    setObjectName(u"record"_s);
    connect(m_referring, &ReferrerLinks::wanted, this, &TableRecord::wanted);
    m_hint->setObjectName(u"recordHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    new QVBoxLayout(m_body);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"recordArea"_s);
    area->setAccessibleName(tr("The chosen row"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_body);
    auto *names = new QVBoxLayout;
    names->addWidget(m_heading);
    names->addWidget(m_referring);
    names->addStretch(1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_poster, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, layout->spacing(), 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_hint, 1);
    layout->addWidget(area, 1);
    clear();
}

void TableRecord::clear()
{
    ++m_generation;
    m_poster->hide();
    m_heading->hide();
    m_referring->hide();
    m_hint->show();
    findChild<QScrollArea *>(u"recordArea"_s)->hide();
}

void TableRecord::makeFields(const TableShape &shape)
{
    m_table = shape.query.table;
    m_shownFields = shape.fields;
    m_fields.clear();
    delete m_body->findChild<QWidget *>(u"recordFields"_s);
    while (QLayoutItem *stretch = m_body->layout()->takeAt(0))
        delete stretch;
    auto *fields = new QWidget(m_body);
    fields->setObjectName(u"recordFields"_s);
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    for (const table::Field &shown : shape.fields) {
        const Field field{.value = makeLabel(u"value_"_s + shown.name, fields),
                          .source = makeLabel(u"source_"_s + shown.name, fields)};
        field.value->setAccessibleName(tablecell::title(shown.header));
        field.source->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(makeCaption(tablecell::title(shown.header), fields));
        layout->addWidget(field.value);
        layout->addWidget(field.source);
        layout->addSpacing(fontMetrics().height() / 2);
        m_fields.append(field);
    }
    static_cast<QVBoxLayout *>(m_body->layout())->addWidget(fields);
    static_cast<QVBoxLayout *>(m_body->layout())->addStretch(1);
}

void TableRecord::show(const TableShape &shape, const table::Row &row)
{
    if (m_table != shape.query.table || m_shownFields != shape.fields)
        makeFields(shape);
    m_heading->setText(nameOf(shape, row));
    m_heading->show();
    showPoster(shape, row);
    m_hint->hide();
    findChild<QScrollArea *>(u"recordArea"_s)->show();
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        showValue(m_fields[i], row.cells.value(i), shape.kinds[i]);
    askForMore(shape, row);
}

void TableRecord::setPosters(Posters *posters)
{
    m_poster->setPosters(posters);
}

void TableRecord::showPoster(const TableShape &shape, const table::Row &row)
{
    const qsizetype column = shape.columnOf(u"poster_url"_s);
    if (column < 0)
        return m_poster->hide();
    m_poster->show(QUrl(row.cells.value(column).toString()));
}

void TableRecord::showValue(const Field &field, const QVariant &value, tablecell::Kind kind)
{
    const bool isAddress = kind == tablecell::Kind::Address && !value.isNull();
    field.value->setTextFormat(isAddress ? Qt::RichText : Qt::PlainText);
    field.value->setText(value.isNull()  ? u"–"_s
                             : isAddress ? tablewording::link(QUrl(value.toString()), value.toString())
                                         : tablecell::text(value, kind));
    field.value->setForegroundRole(value.isNull() ? QPalette::PlaceholderText : QPalette::WindowText);
    field.value->setAccessibleDescription(value.isNull() ? tr("No value") : QString());
    field.source->hide();
}

void TableRecord::askForMore(const TableShape &shape, const table::Row &row)
{
    const int generation = ++m_generation;
    m_referring->hide();
    if (row.key.size() != 1 || typed::isNew(row.key.constFirst().toString()))
        return;
    const auto ask = [table = shape.query.table, key = row.key.first().toLongLong(),
                      name = nameOf(shape, row)](Connection &connection) -> Result<More> {
        const auto sources = library::sources(connection, table, key);
        const auto referrers = table::referrers(connection, table, key, name);
        if (!sources || !referrers)
            return std::unexpected(sources ? referrers.error() : sources.error());
        return More{.sources = *sources, .referrers = *referrers};
    };
    QCoro::connect(m_database.read(ask), this, [this, generation](const Result<More> &more) {
        if (generation != m_generation)
            return;
        if (!more)
            return emit failed(more.error());
        showSources(more->sources);
        m_referring->show(more->referrers);
    });
}

void TableRecord::showSources(const QHash<QString, Source> &sources)
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const auto source = sources.constFind(m_shownFields[i].name);
        if (source == sources.constEnd())
            continue;
        const QString text = tablewording::source(*source);
        m_fields[i].source->setTextFormat(Qt::RichText);
        m_fields[i].source->setText(tablewording::link(tablewording::place(*source), text));
        m_fields[i].source->show();
    }
}
