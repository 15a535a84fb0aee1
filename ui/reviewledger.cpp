#include "reviewledger.h"

#include "reviewwording.h"
#include "store/database.h"
#include "store/library.h"

using namespace Qt::Literals;

ReviewLedger::ReviewLedger(Database &database, QString who, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_who(std::move(who))
{
    m_pace.observe(0, Estimate::Clock::now());
}

void ReviewLedger::decide(const Match &match, Decision decision, BatchId batch)
{
    decision.item = match.item.id;
    decision.judge = Judge::Person;
    decision.who = m_who;
    decision.at = QDateTime::currentDateTimeUtc();
    Match after = match;
    after.decision = std::move(decision);
    const Entry entry{.before = match, .after = after, .batch = batch, .key = std::make_shared<DecisionId>()};
    m_entries.append(entry);
    m_pace.observe(++m_decided, Estimate::Clock::now());
    write(entry);
    emit changed(entry.before, entry.after);
}

void ReviewLedger::write(const Entry &entry)
{
    const auto work = [decision = entry.after.decision, batch = entry.batch, key = entry.key](Connection &connection) {
        const auto id = batch ? batches::decide(connection, decision, batch) : library::decide(connection, decision);
        return id.transform([&](DecisionId made) { return *key = made; });
    };
    QCoro::connect(m_database.run(work), this, [this, entry](const Result<DecisionId> &id) {
        if (id)
            return keepId(entry, *id);
        takeOut(entry);
        emit changed(entry.after, entry.before);
        emit refused(entry.before, id.error());
    });
}

void ReviewLedger::keepId(const Entry &entry, DecisionId id)
{
    for (Entry &one : m_entries) {
        if (one.key == entry.key)
            one.id = one.after.decision.id = id;
    }
    emit written();
}

void ReviewLedger::takeOut(const Entry &entry)
{
    m_entries.removeIf([&](const Entry &one) { return one.key == entry.key; });
}

void ReviewLedger::undo()
{
    if (m_entries.isEmpty())
        return undoEarlier();
    const Entry entry = m_entries.takeLast();
    const auto work = [key = entry.key, item = entry.before.item.id, who = m_who](Connection &connection) {
        const auto undone = *key ? library::undo(connection, *key, who) : Result<DecisionId>(); // it was never written
        return undone.and_then([&](DecisionId) { return library::match(connection, item); });
    };
    QCoro::connect(m_database.run(work), this, [this, entry](const Result<Match> &match) {
        if (!match)
            return putBack(entry, match.error());
        emit changed(entry.before, *match);
        emit written();
    });
    emit changed(entry.after, entry.before);
}

void ReviewLedger::putBack(const Entry &entry, const Error &error)
{
    m_entries.append(entry);
    emit changed(entry.before, entry.after);
    emit refused(entry.after, error);
}

void ReviewLedger::takeBack(const Match &match, DecisionId decision)
{
    const auto work = [decision, item = match.item.id, who = m_who](Connection &connection) {
        return library::undo(connection, decision, who).and_then([&](DecisionId) {
            return library::match(connection, item);
        });
    };
    QCoro::connect(m_database.run(work), this, [this, match, decision](const Result<Match> &after) {
        if (!after)
            return emit refused(match, after.error());
        m_entries.removeIf([&](const Entry &one) { return one.id == decision; });
        emit changed(match, *after);
        emit written();
        lookBack();
    });
}

void ReviewLedger::closeSession()
{
    m_entries.clear();
    lookBack();
}

Result<std::optional<ReviewLedger::Earlier>> ReviewLedger::readEarlier(Connection &connection, const QString &who)
{
    const auto last = batches::lastOf(connection, who);
    if (!last)
        return std::unexpected(last.error());
    const std::optional<batches::Last> &found = *last;
    if (!found)
        return std::nullopt;
    return library::match(connection, found->item).transform([&last = *found](const Match &match) {
        return std::optional(Earlier{.last = last, .match = match});
    });
}

void ReviewLedger::lookBack()
{
    if (!m_entries.isEmpty())
        return;
    const auto read = [who = m_who](Connection &connection) { return readEarlier(connection, who); };
    QCoro::connect(m_database.run(read), this, [this](const Result<std::optional<Earlier>> &earlier) {
        if (!m_entries.isEmpty() || !earlier)
            return; // something was decided meanwhile, or the database says elsewhere that it cannot be read
        m_earlier = *earlier;
        emit lookedBack();
    });
}

void ReviewLedger::undoEarlier()
{
    if (!m_earlier)
        return;
    const Earlier earlier = *m_earlier;
    m_earlier.reset();
    const auto work = [last = earlier.last, who = m_who](Connection &connection) -> Result<Match> {
        const auto undone = last.batch ? batches::undo(connection, last.batch, who).transform([](int) { })
                                       : library::undo(connection, last.decision, who).transform([](DecisionId) { });
        return undone.and_then([&] { return library::match(connection, last.item); });
    };
    QCoro::connect(m_database.run(work), this, [this, earlier](const Result<Match> &match) {
        if (!match)
            return emit refused(earlier.match, match.error());
        emit changed(earlier.match, *match);
        if (earlier.last.batch)
            emit batchUndone(earlier.last.titles);
        else
            emit earlierUndone(earlier.match, *match);
        emit written();
        lookBack();
    });
}

ItemId ReviewLedger::lastItem() const
{
    if (!m_entries.isEmpty())
        return m_entries.constLast().before.item.id;
    return m_earlier ? m_earlier->last.item : ItemId{};
}

QString ReviewLedger::last() const
{
    const auto decided = [](const Match &match) {
        return tr("%1 → %2").arg(match.item.title, reviewwording::outcome(match.decision));
    };
    if (!m_entries.isEmpty())
        return decided(m_entries.constLast().after);
    if (!m_earlier)
        return {};
    const int titles = m_earlier->last.titles;
    if (m_earlier->last.batch)
        return titles == 1 ? tr("1 title accepted at once") : tr("%n titles accepted at once", nullptr, titles);
    return decided(m_earlier->match);
}
