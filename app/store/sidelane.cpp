#include "store/sidelane.h"

#include "store/address.h"

using namespace Qt::Literals;

namespace {

bool isInMemory(const QString &text)
{
    const auto address = address::parse(text);
    return address && address->path == ":memory:"_L1;
}

}

SideLane::SideLane(Database &database)
    : m_road(new Road{.database = database,
                      .isInMemory = isInMemory(database.address()),
                      .lane
                      = {[address = database.way()](const QString &name) { return opening::openToRead(address, name); },
                         [](const std::optional<Error> &) {}, [&database] { return database.isOpen(); }}})
{
}

SideLane::~SideLane()
{
    close();
}

void SideLane::close()
{
    m_road->lane.close();
}
