#include "rowchoice.h"

#include "action.h"
#include "editsession.h"
#include "keyreader.h"
#include "progressline.h"
#include "store/database.h"
#include "store/typed.h"
#include "wording.h"

#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Piece = 1000; ///< rows that are read at once

}

RowChoice::RowChoice(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stop(
          makeAction(this, u"stopReadingRows"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::ALT | Qt::Key_Period}))
    , m_line(new ProgressLine(u"rowChoice"_s, tr("Progress of reading the chosen rows"), m_stop, this))
{
    setObjectName(u"rowChoice"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    addAction(m_stop);
    hide();
    connect(m_stop, &QAction::triggered, this, &RowChoice::stop);
}

void RowChoice::setReader(KeyReader *reader)
{
    m_reader = reader;
    connect(reader, &KeyReader::found, this, &RowChoice::takeKeys);
    connect(reader, &KeyReader::finished, this, &RowChoice::readRecords);
    connect(reader, &KeyReader::failed, this, &RowChoice::fail);
}

void RowChoice::read(Then then)
{
    end();
    if (count() > MostRows)
        return fail({.kind = Error::Kind::Invalid,
                     .message = tr("%1 rows are chosen: at most %2 are changed at once. A filter makes them fewer.")
                                    .arg(wording::number(count()), wording::number(MostRows))});
    m_then = std::move(then);
    if (m_context.isAllHere() || !m_reader) {
        m_keys = m_context.rows;
        m_keys.removeIf([](const QString &key) { return typed::isNew(key); });
        return readRecords();
    }
    advance(0);
    m_reader->read(m_context.ranges);
}

void RowChoice::takeKeys(const QStringList &keys)
{
    m_keys += keys;
    advance(0);
}

void RowChoice::readRecords()
{
    if (!m_then)
        return;
    const QStringList keys = m_keys.mid(m_read, Piece);
    if (keys.isEmpty())
        return take(m_rows);
    const auto work = [table = m_context.table, keys](Connection &connection) {
        return records::tableOf(table).and_then(
            [&](const model::Table *of) { return records::read(connection, *of, keys, records::Hold::No); });
    };
    QCoro::connect(m_session.database().read(work), this,
                   [this, size = keys.size(), generation = m_generation](const Result<Rows> &rows) {
                       if (generation != m_generation)
                           return;
                       if (!rows)
                           return fail(rows.error());
                       m_rows += *rows;
                       m_read += size;
                       advance(m_read);
                       readRecords();
                   });
}

/// A row that is gone since is told, not left out in silence.
void RowChoice::take(const Rows &rows)
{
    const qsizetype gone = m_keys.size() - rows.size();
    if (gone > 0)
        emit m_session.told(tr("%1 of the chosen rows are not there any more.").arg(wording::number(gone)));
    const Rows all = unsaved() + rows;
    const Then then = m_then;
    end();
    then(all);
}

/// What is typed and not saved is changed as well.
RowChoice::Rows RowChoice::unsaved() const
{
    Rows rows;
    for (const QString &key : m_context.rows) {
        const editing::Change *made = typed::isNew(key) ? m_session.changeOf(m_context.table, key) : nullptr;
        if (made)
            rows.append({.table = m_context.table, .key = key, .values = made->values});
    }
    return rows;
}

/// Keys are found soon; the bar is for the rows.
void RowChoice::advance(qint64 done)
{
    setVisible(count() > Piece);
    m_line->tell(tr("Reading the chosen rows: %1 of %2").arg(wording::number(done), wording::number(count())),
                 int(done), int(std::min(count(), MostRows)));
}

void RowChoice::stop()
{
    end();
    emit m_session.told(tr("It was stopped. Nothing was changed."));
}

void RowChoice::end()
{
    ++m_generation;
    if (m_reader)
        m_reader->stop();
    m_then = nullptr;
    m_keys.clear();
    m_rows.clear();
    m_read = 0;
    hide();
}

void RowChoice::fail(const Error &error)
{
    end();
    emit m_session.failed(error);
}
