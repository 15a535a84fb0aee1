#pragma once

#include <QHash>
#include <QObject>
#include <QSet>

class EditSession;

/// What rows are called, for all who know them by their keys. A name is read when it is first asked for, and anew when
/// rows were saved.
class RowNames : public QObject
{
    Q_OBJECT

public:
    explicit RowNames(EditSession &session);

    /// The row's name. Its key, until the name is known or where it has none; a row that is not made yet has its name
    /// from what is staged, or none.
    QString of(const QString &table, const QString &key);
    /// Whoever has read the name need not have it asked for.
    void know(const QString &table, const QString &key, const QString &name);

signals:
    /// Names have come: who shows rows shows them again.
    void known();

private:
    using Place = std::pair<QString, QString>; // table, key

    QString ofNew(const QString &table, const QString &standIn) const;
    void ask(const Place &place);
    void read();

    EditSession &m_session;
    QHash<Place, QString> m_names;
    QSet<Place> m_asked; // since rows were saved
    QList<Place> m_wanted; // of the asked, those that nobody reads yet
};
