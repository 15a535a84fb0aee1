#pragma once

#include <QObject>
#include <QThread>

/// Hears what others tell of their changes to a database (notices.h), at once and on a connection of its own. A file
/// tells nothing: there one has to look.
class Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(const QString &address, QObject *parent = nullptr);
    ~Listener() override;

signals:
    void decided(qint64 item); ///< a person has decided on it, or taken that back
    void began(); ///< it hears from now on, for the first time or after a cut; what was told before it missed

private:
    QThread m_thread;
};
