#include "databasesmodel.h"

#include "databasewording.h"
#include "icons.h"

using namespace Qt::Literals;

void DatabasesModel::set(const QList<KnownDatabase> &databases, const QString &open)
{
    if (databases == m_databases && open == m_open)
        return;
    beginResetModel();
    m_databases = databases;
    m_open = open;
    endResetModel();
}

int DatabasesModel::rowOf(const QString &address) const
{
    const auto found = std::ranges::find(m_databases, address, &KnownDatabase::address);
    return found == m_databases.end() ? -1 : int(found - m_databases.begin());
}

int DatabasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_databases.size());
}

QVariant DatabasesModel::data(const QModelIndex &index, int role) const
{
    const KnownDatabase &database = m_databases.at(index.row());
    const bool isOpen = database.address == m_open;
    switch (role) {
    case Qt::DisplayRole:
        return isOpen ? tr("%1 (open)").arg(database.title) : database.title;
    case Qt::DecorationRole:
        return icons::named(databasewording::isServer(database.address) ? u"network-connect"_s
                                                                        : u"document-multiple"_s);
    case Qt::ToolTipRole:
        return database.address;
    case NameRole:
        return database.name;
    case AddressRole:
        return database.address;
    case IsOpenRole:
        return isOpen;
    default:
        return {};
    }
}
