#include "rownames.h"

#include "editsession.h"
#include "store/database.h"
#include "store/suggestions.h"
#include "store/typed.h"

#include <QTimer>

using namespace Qt::Literals;

namespace {

bool hasName(const QString &table)
{
    const model::Table *known = model::own().table(table);
    return known && !known->label.isEmpty() && known->primaryKey.size() == 1;
}

}

RowNames::RowNames(EditSession &session)
    : QObject(&session)
    , m_session(session)
{
    connect(&session, &EditSession::rowsChanged, this, [this] { m_asked.clear(); });
}

QString RowNames::of(const QString &table, const QString &key)
{
    if (typed::isNew(key))
        return ofNew(table, key);
    if (key.isEmpty() || !hasName(table))
        return key;
    const Place place(table, key);
    if (!m_asked.contains(place))
        ask(place);
    const QString name = m_names.value(place);
    return name.isEmpty() ? key : name;
}

void RowNames::know(const QString &table, const QString &key, const QString &name)
{
    m_names.insert({table, key}, name);
    m_asked.insert({table, key});
}

QString RowNames::ofNew(const QString &table, const QString &standIn) const
{
    const editing::Change *row = m_session.changeOf(table, standIn);
    return row && hasName(table) ? row->values.value(model::own().table(table)->label).value_or(QString()) : QString();
}

/// One question for all that is asked in one turn.
void RowNames::ask(const Place &place)
{
    if (m_wanted.isEmpty())
        QTimer::singleShot(0, this, &RowNames::read);
    m_asked.insert(place);
    m_wanted.append(place);
}

void RowNames::read()
{
    const auto read = [wanted = std::exchange(m_wanted, {})](Connection &connection) -> Result<QHash<Place, QString>> {
        QHash<Place, QString> names;
        for (const auto &[table, key] : wanted) {
            const auto name = suggestions::nameOf(connection, table, key);
            if (!name)
                return std::unexpected(name.error());
            names.insert({table, key}, *name);
        }
        return names;
    };
    QCoro::connect(m_session.database().read(read), this, [this](const Result<QHash<Place, QString>> &names) {
        if (!names)
            return emit m_session.failed(names.error());
        m_names.insert(*names);
        emit known();
    });
}
