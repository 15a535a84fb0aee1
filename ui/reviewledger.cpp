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

void ReviewLedger::decide(const Match &match, Decision decision)
{
    decision.item = match.item.id;
    decision.judge = Judge::Person;
    decision.who = m_who;
    decision.at = QDateTime::currentDateTimeUtc();
    Match after = match;
    after.decision = std::move(decision);
    const Entry entry{.before = match, .after = after, .key = std::make_shared<DecisionId>()};
    m_entries.append(entry);
    m_pace.observe(++m_decided, Estimate::Clock::now());
    write(entry);
    emit changed(entry.before, entry.after);
}

void ReviewLedger::write(const Entry &entry)
{
    const auto work = [decision = entry.after.decision, key = entry.key](Connection &connection) {
        return library::decide(connection, decision).transform([&](DecisionId id) { return *key = id; });
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
    emit written(entry.after);
}

void ReviewLedger::takeOut(const Entry &entry)
{
    m_entries.removeIf([&](const Entry &one) { return one.key == entry.key; });
}

void ReviewLedger::undo()
{
    if (m_entries.isEmpty())
        return;
    const Entry entry = m_entries.takeLast();
    const auto work = [key = entry.key, item = entry.before.item.id, who = m_who](Connection &connection) {
        const auto undone = *key ? library::undo(connection, *key, who) : Result<DecisionId>(); // it was never written
        return undone.and_then([&](DecisionId) { return library::match(connection, item); });
    };
    QCoro::connect(m_database.run(work), this, [this, entry](const Result<Match> &match) {
        if (!match)
            return putBack(entry, match.error());
        emit changed(entry.before, *match);
        emit written(*match);
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
        emit written(*after);
    });
}

ItemId ReviewLedger::lastItem() const
{
    return m_entries.isEmpty() ? ItemId{} : m_entries.constLast().before.item.id;
}

QString ReviewLedger::last() const
{
    if (m_entries.isEmpty())
        return {};
    const Entry &entry = m_entries.constLast();
    return tr("%1 → %2").arg(entry.before.item.title, reviewwording::outcome(entry.after.decision));
}
