#pragma once

#include "data/gallery.h"

#include <QAbstractListModel>
#include <QHash>

/// The providers of a country, and how many titles of each are here already.
class ProviderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Titles known of the provider's gallery (int), or nothing.
    static constexpr int KnownRole = Qt::UserRole;

    using QAbstractListModel::QAbstractListModel;

    void setProviders(QList<Provider> providers);
    /// By short name.
    void setKnown(QHash<QString, int> known);
    const Provider &providerAt(int row) const { return m_providers[row]; }
    /// The row of a provider, -1 if it is not among them.
    int rowOf(const QString &technicalName) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<Provider> m_providers;
    QHash<QString, int> m_known;
};
