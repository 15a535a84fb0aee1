#pragma once

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

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_settings;
};
