#pragma once

#include <QAbstractListModel>

/// A database that a person can open: under a name, or the one that is their own.
struct KnownDatabase
{
    QString name; ///< of the settings; empty for the person's own, and for one that has no name
    QString address; ///< without a password
    QString title; ///< for people

    bool operator==(const KnownDatabase &) const = default;
};

/// The databases to choose from, and which of them is open.
class DatabasesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole, AddressRole, IsOpenRole };

    using QAbstractListModel::QAbstractListModel;

    void set(const QList<KnownDatabase> &databases, const QString &open);
    const KnownDatabase &at(int row) const { return m_databases.at(row); }
    /// -1 for none.
    int rowOf(const QString &address) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<KnownDatabase> m_databases;
    QString m_open;
};
