#include "providermodel.h"

#include "wording.h"

#include <algorithm>

void ProviderModel::setProviders(QList<Provider> providers)
{
    beginResetModel();
    m_providers = std::move(providers);
    endResetModel();
}

void ProviderModel::setKnown(QHash<QString, int> known)
{
    m_known = std::move(known);
    if (!m_providers.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {KnownRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

int ProviderModel::rowOf(const QString &technicalName) const
{
    const auto found = std::ranges::find(m_providers, technicalName, &Provider::technicalName);
    return found == m_providers.end() ? -1 : int(found - m_providers.begin());
}

int ProviderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_providers.size());
}

QVariant ProviderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Provider &provider = m_providers[index.row()];
    const auto known = m_known.constFind(provider.shortName);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return provider.clearName;
    case Qt::AccessibleTextRole:
        return known == m_known.cend() ? provider.clearName
                                       : tr("%1, %2 here").arg(provider.clearName, wording::number(*known));
    case KnownRole:
        return known == m_known.cend() ? QVariant() : QVariant(*known);
    default:
        return {};
    }
}
