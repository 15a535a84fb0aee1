#include "store/database.h"

#include "store/enginehandle.h"

using namespace Qt::Literals;

namespace {

bool namesNoFile(const QString &text)
{
    const auto address = address::parse(text);
    return address && address->path == ":memory:"_L1;
}

}

Database::Database(QString address)
    : m_address(address::withoutPassword(address))
    , m_way(std::move(address))
    , m_inMemory(namesNoFile(m_way))
    , m_writer([this](const QString &name) { return openWriter(name); },
               [this](const std::optional<Error> &why) { watch(why); })
    , m_reader(
          [this](const QString &name) {
              return m_writer.waitUntilOpen().and_then([&] { return opening::openToRead(m_way, name); });
          },
          [this](const std::optional<Error> &why) { watch(why); }, [this] { return isOpen(); })
{
}

Database::~Database()
{
    close();
}

void Database::watch(const std::optional<Error> &why)
{
    if (why && m_waiting++ == 0)
        emit lost(*why);
    else if (!why && --m_waiting == 0)
        emit back();
}

void Database::close()
{
    m_writer.close();
    m_reader.close(); // who is woken now gets no more work from the writer
}

Result<std::unique_ptr<Connection>> Database::openWriter(const QString &name)
{
    return opening::open(m_way, name).transform([this](opening::Opened opened) {
        m_news = std::move(opened.news);
        if (sqlite3 *file = enginehandle::sqlite(opened.connection->driver()); file && !m_news.readOnlyBecause)
            m_checkpointer = std::make_unique<Checkpointer>(file);
        return std::move(opened.connection);
    });
}
