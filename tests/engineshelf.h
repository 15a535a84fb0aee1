#pragma once

#include "filmshelf.h"
#include "store.h"

/// The database of a test that runs on each engine: tests with it have initTestCase_data() call
/// TestStore::addEngines(), and init() skip what has no server.
class EngineStore
{
protected:
    EngineStore()
        : m_store(engine())
    {
    }

    static QString engine()
    {
        QFETCH_GLOBAL(QString, engine);
        return engine;
    }

    TestStore m_store;
};

/// A shelf on the engine for which the test runs.
class EngineShelf : private EngineStore, public FilmShelf
{
public:
    EngineShelf()
        : FilmShelf(m_store.address())
    {
    }
};
