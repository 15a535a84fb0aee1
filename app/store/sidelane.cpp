#include "store/sidelane.h"

SideLane::SideLane(Database &database)
    : m_road(new Road{.database = database,
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
