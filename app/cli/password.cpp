#include "cli/password.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

using namespace Qt::Literals;

namespace {

/// A terminal that shows nothing of what is typed, as long as this lives.
class Hidden
{
public:
    explicit Hidden(int terminal)
        : m_terminal(terminal)
    {
        tcgetattr(m_terminal, &m_before);
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(m_terminal, TCSAFLUSH, &hidden);
    }
    ~Hidden() { tcsetattr(m_terminal, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(Hidden)

private:
    int m_terminal;
    termios m_before{};
};

}

Result<QString> password::ask(const Error &why)
{
    QFile terminal(u"/dev/tty"_s);
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(why.kind, why.message + u" Put it into ~/.pgpass, or start this at a terminal."_s, why.detail);
    terminal.write((why.message + u"\nPassword: "_s).toUtf8());
    QByteArray line;
    {
        const Hidden hidden(terminal.handle());
        line = terminal.readLine();
    }
    terminal.write("\n");
    if (!line.endsWith('\n'))
        return fail(Error::Kind::Cancelled, u"No password was given."_s);
    line.chop(1);
    return QString::fromUtf8(line);
}
