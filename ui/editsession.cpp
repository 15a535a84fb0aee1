#include "editsession.h"

#include "rownames.h"
#include "store/database.h"

#include <QLocale>

using namespace Qt::Literals;
using edithistory::OnClash;
using editing::Change;
using editing::Conflict;
using editing::Saved;
using staging::Staged;

namespace {

/// All that a session shows of itself.
struct State
{
    QList<Staged> staged;
    std::optional<edithistory::Act> toUndo, toRedo;
};

Result<State> stateOf(Connection &connection, const QString &who)
{
    auto staged = staging::all(connection, who);
    auto toUndo = edithistory::toUndo(connection, who);
    auto toRedo = edithistory::toRedo(connection, who);
    if (!staged || !toUndo || !toRedo)
        return std::unexpected(!staged ? staged.error() : !toUndo ? toUndo.error() : toRedo.error());
    return State{*staged, *toUndo, *toRedo};
}

QStringList placeOf(const Change &change)
{
    return {change.table, change.row, change.column};
}

}

EditSession::EditSession(Database &database, QString who, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_who(std::move(who))
    , m_names(new RowNames(*this))
{
}

const Change *EditSession::changeOf(const QString &table, const QString &row, const QString &column) const
{
    const qsizetype place = m_places.value(QStringList{table, row, column}, -1);
    return place < 0 ? nullptr : &m_staged[place].change;
}

QList<const Staged *> EditSession::links(const QString &between, const QString &film) const
{
    QList<const Staged *> links;
    for (const qsizetype place : m_links.value({between, film}))
        links.append(&m_staged[place]);
    return links;
}

void EditSession::index()
{
    m_places.clear();
    m_links.clear();
    for (qsizetype i = 0; i < m_staged.size(); ++i) {
        const Change &change = m_staged[i].change;
        m_places.insert(placeOf(change), i);
        if (const auto film = change.values.value(u"movie_id"_s))
            m_links[{change.table, *film}].append(i);
    }
}

/// Who types once more before the saved row was read again still has what was there before they saved on screen; but
/// it is their own value that they write over.
Change EditSession::afterOwnSave(Change change) const
{
    const auto saved = m_lastSaved.constFind(placeOf(change));
    if (change.kind == editing::Kind::Set && saved != m_lastSaved.cend() && saved->before == change.before)
        change.before = saved->after;
    return change;
}

void EditSession::begin()
{
    if (++m_working == 1)
        emit workingChanged(true);
}

void EditSession::end()
{
    if (--m_working == 0)
        emit workingChanged(false);
}

template<typename Work, typename Then>
void EditSession::run(Work work, Then then)
{
    begin();
    QCoro::connect(m_database.run(std::move(work)), this,
                   [this, then](const std::invoke_result_t<Work, Connection &> &answer) {
                       end();
                       then(answer);
                   });
}

void EditSession::refresh()
{
    const auto work = [who = m_who](Connection &connection) { return stateOf(connection, who); };
    run(work, [this](const Result<State> &state) {
        if (!state)
            return emit failed(state.error());
        m_toUndo = state->toUndo;
        m_toRedo = state->toRedo;
        emit actsChanged();
        if (m_staged == state->staged)
            return;
        m_staged = state->staged;
        index();
        emit stagedChanged();
    });
}

/// Work that changes what is staged and no row.
template<typename Work>
void EditSession::change(Work work)
{
    run(std::move(work), [this](const Result<> &done) {
        if (!done)
            emit failed(done.error());
        refresh();
    });
}

void EditSession::stage(const QList<Change> &changes)
{
    QList<Change> seen;
    std::ranges::transform(changes, std::back_inserter(seen), [this](const Change &one) { return afterOwnSave(one); });
    change([changes = std::move(seen), who = m_who](Connection &connection) {
        return staging::stage(connection, changes, who);
    });
}

void EditSession::takeBack(const QSet<qint64> &ids)
{
    change([ids, who = m_who](Connection &connection) { return staging::takeBack(connection, ids, who); });
}

void EditSession::takeBackAll()
{
    change([who = m_who](Connection &connection) { return staging::takeBackAll(connection, who); });
}

void EditSession::save(const QSet<qint64> &ids)
{
    m_lastSaved.clear();
    m_turn.reset(); // a choice that was not made
    for (const Staged &one : std::as_const(m_staged)) {
        if (ids.isEmpty() || ids.contains(one.id))
            m_lastSaved.insert(placeOf(one.change), one.change);
    }
    const auto work = [ids, who = m_who](Connection &connection) { return staging::save(connection, who, ids); };
    run(work, [this](const Result<Saved> &saved) { takeSaved(saved); });
}

void EditSession::takeSaved(const Result<Saved> &saved)
{
    if (!saved)
        emit failed(saved.error());
    else if (!saved->conflicts.isEmpty())
        emit conflicted(saved->conflicts);
    else
        emit told(saved->batch ? tr("Saved.") : tr("Nothing waits to be saved."));
    if (saved && !saved->keys.isEmpty())
        emit made(saved->keys);
    refresh();
    if (saved && saved->batch)
        emit rowsChanged();
}

void EditSession::settle(const Conflict &conflict, const QSet<QString> &mine)
{
    if (const auto waiting = std::exchange(m_turn, std::nullopt)) {
        emit conflicted({}); // one choice for all of them
        return turn(*waiting, mine.isEmpty() ? OnClash::KeepTheirs : OnClash::TakeMine);
    }
    const auto work = [conflict, mine, who = m_who](Connection &connection) {
        return staging::settle(connection, conflict, mine, who);
    };
    run(work, [this](const Result<> &done) {
        if (!done)
            return emit failed(done.error());
        emit settled();
        refresh();
        emit rowsChanged();
    });
}

void EditSession::undo()
{
    if (m_toUndo)
        turn({.batch = m_toUndo->batch, .isUndo = true}, OnClash::Ask);
}

void EditSession::redo()
{
    if (m_toRedo)
        turn({.batch = m_toRedo->batch, .isUndo = false}, OnClash::Ask);
}

void EditSession::undoBatch(qint64 batch)
{
    turn({.batch = batch, .isUndo = true}, OnClash::Ask);
}

void EditSession::turn(const Turn &turn, OnClash onClash)
{
    const auto work = [turn, onClash, who = m_who](Connection &connection) {
        return turn.isUndo ? edithistory::undo(connection, turn.batch, who, onClash)
                           : edithistory::redo(connection, turn.batch, who, onClash);
    };
    run(work, [this, turn](const Result<Saved> &saved) { takeTurn(turn, saved); });
}

void EditSession::takeTurn(const Turn &turn, const Result<Saved> &saved)
{
    if (!saved) {
        emit failed(saved.error());
    } else if (!saved->conflicts.isEmpty()) {
        m_turn = turn;
        emit conflicted(saved->conflicts);
    } else {
        emit told(turn.isUndo ? tr("Undone.") : tr("Done again."));
        emit rowsChanged();
    }
    refresh();
}

void EditSession::takeAct(const Result<qint64> &batch, const QString &sentence)
{
    if (!batch)
        return emit failed(batch.error());
    emit told(sentence);
    refresh();
    emit rowsChanged();
}

void EditSession::restore(qint64 entry)
{
    const auto work
        = [entry, who = m_who](Connection &connection) { return edithistory::restore(connection, entry, who); };
    run(work, [this](const Result<qint64> &batch) { takeAct(batch, tr("What was before is there again.")); });
}

void EditSession::setLock(const QString &table, const QString &row, const QString &column, provenance::Lock lock)
{
    const auto work = [=, who = m_who](Connection &connection) {
        return provenance::set(connection, table, row.toLongLong(), column, lock, who);
    };
    run(work, [this, lock](const Result<qint64> &batch) {
        takeAct(batch,
                lock == provenance::Lock::Closed ? tr("Locked: no crawl writes over this value.")
                                                 : tr("Unlocked: the next crawl may write over this value."));
    });
}

void EditSession::merge(const merging::Wish &wish)
{
    const auto work = [wish, who = m_who](Connection &connection) { return merging::merge(connection, wish, who); };
    run(work, [this](const Result<qint64> &batch) { takeAct(batch, tr("Merged. Undo makes two of them again.")); });
}
