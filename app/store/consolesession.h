#pragma once

#include "store/consoleanswer.h"
#include "store/consolestop.h"

/// A connection of the console's own, used on its own thread only.
class ConsoleSession
{
public:
    enum class Access { ReadOnly, Full };

    ConsoleSession(QString address, Access access, ConsoleStop &stop, std::atomic<qint64> &rows);
    ~ConsoleSession();
    Q_DISABLE_COPY_MOVE(ConsoleSession)

    /// Fails where there is no connection; what a statement does wrong is in the answer.
    Result<console::Answer> answer(const console::Question &question);

private:
    Result<> open();
    Result<std::unique_ptr<Connection>> connect() const;
    QStringList before(const console::Question &question) const;
    void end(const console::Question &question, console::Answer &answer, bool hasNoTransaction);
    std::optional<console::Trouble> own(const QString &sql, const console::Question &question);
    std::optional<console::Trouble> each(const console::Question &question, console::Answer &answer);

    QString m_address;
    Access m_access;
    ConsoleStop &m_stop;
    std::atomic<qint64> &m_rows;
    QString m_name;
    std::unique_ptr<Connection> m_connection;
};
