#include "store/serverfacts.h"

using namespace Qt::Literals;
using server::Facts;

// A table that is not there yet hinders nobody: another program may just be making it.
const QString server::FactsSql
    = u"SELECT current_setting('server_version_num'), current_setting('server_encoding'), "
      "pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on', t.list IS NOT NULL, "
      "COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE), "
      "COALESCE(has_table_privilege(t.list, 'SELECT') AND COALESCE(has_table_privilege(t.movies, 'SELECT'), TRUE), "
      "FALSE), "
      "COALESCE(has_table_privilege(t.movies, 'INSERT') AND has_table_privilege(t.movies, 'UPDATE'), TRUE) "
      "FROM (SELECT to_regclass('schema_migrations') AS list, to_regclass('movies') AS movies) t"_s;

Facts server::factsFrom(const std::function<QString(int)> &value)
{
    const auto isTrue = [&](int column) { return value(column).startsWith(u't') || value(column) == "1"_L1; };
    return {.version = value(0).toInt(),
            .encoding = value(1),
            .isReadOnly = isTrue(2),
            .isOurs = isTrue(3),
            .mayMake = isTrue(4),
            .mayRead = isTrue(5),
            .mayWrite = isTrue(6)};
}

std::optional<Error> server::obstacle(const Facts &facts, const QString &user)
{
    const auto error = [](Error::Kind kind, const QString &message) { return Error{.kind = kind, .message = message}; };
    if (facts.version < OldestVersion)
        return error(Error::Kind::Invalid,
                     u"The server is PostgreSQL %1; Cineteca needs %2 or newer. Name another server."_s
                         .arg(facts.version / 10'000)
                         .arg(OldestVersion / 10'000));
    if (facts.encoding != "UTF8"_L1)
        return error(
            Error::Kind::Invalid,
            u"The database keeps its texts as %1, which cannot hold every title. Name one that keeps UTF8."_s.arg(
                facts.encoding));
    if (facts.isOurs && !facts.mayRead)
        return error(Error::Kind::Storage,
                     u"The user %1 may not read the tables. Their owner can allow it: "
                     "GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1"_s.arg(user));
    if (!facts.isOurs && facts.isReadOnly)
        return error(Error::Kind::Storage,
                     u"The database holds no tables of Cineteca, and can only be read. Name another."_s);
    if (!facts.isOurs && !facts.mayMake)
        return error(Error::Kind::Storage,
                     u"The user %1 may not make tables in the database. Its owner can allow it: "
                     "GRANT CREATE ON SCHEMA public TO %1"_s.arg(user));
    return std::nullopt;
}

std::optional<Error> server::onlyToBeRead(const Facts &facts, const QString &user)
{
    if (facts.isOurs && facts.isReadOnly)
        return Error{.kind = Error::Kind::Storage, .message = u"The server does not let anybody write."_s};
    if (facts.isOurs && !facts.mayWrite)
        return Error{.kind = Error::Kind::Storage,
                     .message = u"The user %1 may read the tables, but not write to them."_s.arg(user)};
    return std::nullopt;
}
