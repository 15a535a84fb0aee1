#pragma once

#include "data/result.h"

#include <QJsonObject>
#include <QMap>
#include <QSettings>

/// What is remembered of a person from one start to the next.
class Settings
{
public:
    /// `file` is an INI file; the person's own if it is empty.
    explicit Settings(const QString &file = {});

    /// An e-mail address or a page: who asks, for the User-Agent. Empty if nobody wants to say.
    QString contact() const;
    void setContact(const QString &contact);

    /// The first page was seen.
    bool isWelcomed() const;
    void setWelcomed();

    /// JustWatch's terms were read.
    bool knowsTerms() const;
    void setKnowsTerms();

    /// ISO code; the system's own country at first.
    QString country() const;
    void setCountry(const QString &code);

    /// Technical name of the provider that was chosen last: it outlives rebrands.
    QString provider() const;
    void setProvider(const QString &technicalName);

    Qt::ColorScheme colorScheme() const;
    void setColorScheme(Qt::ColorScheme scheme);

    /// What stands in the console, what ran there (newest first), and what was saved by name.
    QString consoleText() const;
    void setConsoleText(const QString &text);
    QStringList consoleHistory() const;
    void setConsoleHistory(const QStringList &texts);
    QMap<QString, QString> savedQueries() const;
    void setSavedQueries(const QMap<QString, QString> &queries);

    /// The databases that have a name, with their addresses.
    QMap<QString, QString> databases() const;
    /// The errors of places::keepDatabase() and forgetDatabase().
    Result<> keepDatabase(const QString &name, const QString &address);
    Result<> forgetDatabase(const QString &name);

    /// Whether the keychain holds the password of this server. The password itself is never here.
    bool keepsPassword(const QString &database) const;
    void setKeepsPassword(const QString &database, bool keeps);

    /// Object name of the page that was last shown of a database, empty for none.
    QString page(const QString &database) const;
    void setPage(const QString &database, const QString &page);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    /// How the tables of a database were left; its keeper knows what is in it.
    QJsonObject tables(const QString &database) const;
    void setTables(const QString &database, const QJsonObject &tables);

private:
    QSettings m_settings;
};
