#pragma once

#include "films.h"
#include "store.h"
#include "store/edithistory.h"
#include "store/merging.h"
#include "store/provenance.h"
#include "store/repository.h"
#include "store/staging.h"

#include <QRandomGenerator>

namespace films {

/// Plays random operations on a store: the same seed plays the same ones, as long as the store answers alike.
class RandomEdits
{
public:
    RandomEdits(Connection &connection, quint32 seed)
        : m_connection(connection)
        , m_dice(seed)
    {
    }

    /// What came of each act, in words.
    const QStringList &transcript() const { return m_transcript; }
    int played() const { return m_played; }

    void play()
    {
        look();
        switch (m_dice.bounded(20)) {
        case 0:
            return record();
        case 1:
        case 2:
            return turnBack();
        case 3:
            return merge();
        case 4:
            return lock();
        case 5:
            return remove();
        case 6:
            return stage();
        default:
            return save();
        }
    }

private:
    using Change = editing::Change;

    static constexpr int Batch = 64; // changes a person saves at once

    void look()
    {
        for (const auto &[table, column] : QMap<QString, QString>{{u"movies"_s, u"movie_id"_s},
                                                                  {u"directors"_s, u"director_id"_s},
                                                                  {u"actors"_s, u"actor_id"_s},
                                                                  {u"genres"_s, u"genre_id"_s},
                                                                  {u"studios"_s, u"studio_id"_s}}
                                               .asKeyValueRange())
            m_keys[table] = got(m_connection.all(u"SELECT %1 FROM %2 ORDER BY %1"_s.arg(column, table), {},
                                                 [](const Rows &row) { return row.value(0).toString(); }));
    }

    void note(const QString &what, const QString &outcome) { m_transcript.append(what + u": "_s + outcome); }
    void note(const QString &what, const Result<editing::Saved> &saved)
    {
        QStringList conflicts;
        if (saved) {
            for (const auto &conflict : saved->conflicts)
                conflicts.append(conflict.table + u' ' + conflict.row);
        }
        note(what,
             !saved                    ? saved.error().message
                 : conflicts.isEmpty() ? u"%1"_s.arg(saved->batch)
                                       : conflicts.join(u", "));
    }

    QString keyOf(const QString &table)
    {
        const QStringList &keys = m_keys[table];
        return keys.isEmpty() ? QString() : keys[m_dice.bounded(int(keys.size()))];
    }
    std::optional<records::Record> anyMovie()
    {
        const auto row = library::find(m_connection, u"movies"_s, keyOf(u"movies"_s));
        return row ? *row : std::nullopt;
    }

    QString text()
    {
        static const QStringList words{u"Dune"_s, u"l'été"_s, u"\"Oz\""_s, u"雨月"_s, u"100 %"_s,
                                       u"a,b"_s,  u"Ünder"_s, u"zwölf;"_s, u"–"_s,    u"O\\'Brien"_s};
        QStringList some;
        for (int i = m_dice.bounded(1, 4); i > 0; --i)
            some.append(words[m_dice.bounded(int(words.size()))]);
        return some.join(u' ');
    }

    records::Cell value(const QString &column)
    {
        if (column != "title"_L1 && m_dice.bounded(6) == 0)
            return {};
        if (column == "runtime"_L1)
            return QString::number(m_dice.bounded(1, 300));
        if (column == "rating"_L1)
            return QString::number(m_dice.bounded(0, 101) / 10.0);
        if (column == "budget"_L1)
            return QString::number(m_dice.bounded(0, 900'000'000) / 4.0, 'f', 2);
        if (column == "release_date"_L1)
            return QDate(1900, 1, 1).addDays(m_dice.bounded(45'000)).toString(Qt::ISODate);
        if (column == "director_id"_L1)
            return m_keys[u"directors"_s].isEmpty() ? records::Cell() : keyOf(u"directors"_s);
        return text();
    }

    Change newRow(const QString &table)
    {
        const QString label = table == "movies"_L1 ? u"title"_s : u"name"_s;
        Change change{.kind = editing::Kind::Insert, .table = table, .row = u"new:%1"_s.arg(++m_made)};
        change.values.insert(label, u"%1 %2"_s.arg(text()).arg(m_made));
        if (table == "movies"_L1) {
            for (const QString &column : {u"runtime"_s, u"rating"_s, u"plot"_s, u"release_date"_s, u"director_id"_s})
                change.values.insert(column, value(column));
        }
        return change;
    }

    Change setCell()
    {
        static const QStringList columns{u"title"_s,  u"runtime"_s,      u"rating"_s,      u"plot"_s,
                                         u"budget"_s, u"release_date"_s, u"director_id"_s, u"language"_s};
        const auto movie = anyMovie();
        if (!movie)
            return newRow(u"movies"_s);
        const QString column = columns[m_dice.bounded(int(columns.size()))];
        return {.table = u"movies"_s,
                .row = movie->key,
                .column = column,
                .before = movie->values.value(column),
                .after = value(column),
                .version = m_dice.bounded(400) ? movie->version : movie->version - 1};
    }

    /// A link that is not there; where there is one, it is removed.
    Change changeLink()
    {
        const QString kind = m_dice.bounded(2) ? u"director"_s : u"genre"_s;
        const QString movie = keyOf(u"movies"_s);
        const QString other = keyOf(kind + u's');
        if (movie.isEmpty() || other.isEmpty())
            return newRow(kind + u's');
        const QString table = u"movie_%1s"_s.arg(kind);
        const QString key = movie + u',' + other;
        if (m_links.contains(table + key))
            return newRow(u"actors"_s); // once in a batch
        m_links.insert(table + key);
        const auto known = library::find(m_connection, table, key);
        if (known && *known)
            return {.kind = editing::Kind::Remove, .table = table, .row = key, .values = (*known)->values};
        return {.kind = editing::Kind::Insert,
                .table = table,
                .row = u"new:%1"_s.arg(++m_made),
                .values = {{u"movie_id"_s, movie}, {kind + u"_id"_s, other}}};
    }

    Change part()
    {
        const QString movie = keyOf(u"movies"_s);
        const QString actor = keyOf(u"actors"_s);
        if (movie.isEmpty() || actor.isEmpty())
            return newRow(u"actors"_s);
        return {.kind = editing::Kind::Insert,
                .table = u"cast"_s,
                .row = u"new:%1"_s.arg(++m_made),
                .values = {{u"movie_id"_s, movie}, {u"actor_id"_s, actor}, {u"role"_s, text()}}};
    }

    Change anyChange()
    {
        static const QStringList tables{u"movies"_s, u"directors"_s, u"actors"_s, u"genres"_s, u"studios"_s};
        const int choice = m_dice.bounded(10);
        if (choice < 2)
            return newRow(tables[m_dice.bounded(int(tables.size()))]);
        return choice < 7 ? setCell() : choice < 9 ? changeLink() : part();
    }

    void save()
    {
        QList<Change> changes;
        m_links.clear();
        for (int i = 0; i < Batch; ++i)
            changes.append(anyChange());
        if (m_dice.bounded(10) == 0)
            changes.append(
                {.table = u"movies"_s, .row = keyOf(u"movies"_s), .column = u"runtime"_s, .after = u"long"_s});
        const auto saved = editing::save(m_connection, changes, u"ann"_s);
        if (saved && saved->batch) // what was refused was not played
            m_played += int(changes.size());
        note(u"save"_s, saved);
    }

    void stage()
    {
        for (int i = 0; i < 4; ++i, ++m_played) {
            const auto staged = staging::stage(m_connection, i ? setCell() : newRow(u"directors"_s), u"ann"_s);
            if (!staged)
                note(u"stage"_s, staged.error().message);
        }
        if (m_dice.bounded(3) == 0)
            std::ignore = staging::takeBackAll(m_connection, u"ann"_s);
        const auto saved = staging::save(m_connection, u"ann"_s);
        note(u"staged"_s, saved);
        if (saved && !saved->conflicts.isEmpty())
            std::ignore = staging::takeBackAll(m_connection, u"ann"_s);
        ++m_played;
    }

    void turnBack()
    {
        for (int i = 0; i < 3; ++i, ++m_played) {
            const bool isUndo = m_dice.bounded(3) > 0;
            const auto act
                = isUndo ? edithistory::toUndo(m_connection, u"ann"_s) : edithistory::toRedo(m_connection, u"ann"_s);
            if (!act || !*act)
                return note(u"turn"_s, act ? u"nothing"_s : act.error().message);
            const auto onClash = edithistory::OnClash(m_dice.bounded(3));
            note(isUndo ? u"undo"_s : u"redo"_s,
                 isUndo ? edithistory::undo(m_connection, (*act)->batch, u"ann"_s, onClash)
                        : edithistory::redo(m_connection, (*act)->batch, u"ann"_s, onClash));
        }
    }

    void merge()
    {
        const QString table = m_dice.bounded(2) ? u"directors"_s : u"actors"_s;
        const QString kept = keyOf(table);
        const QString other = keyOf(table);
        const auto batch = merging::merge(
            m_connection, {.table = table, .kept = kept, .merged = {other}, .values = {{u"bio"_s, text()}}}, u"ann"_s);
        note(u"merge"_s, batch ? u"%1"_s.arg(*batch) : batch.error().message);
        ++m_played;
    }

    void remove()
    {
        const QString table = m_dice.bounded(2) ? u"movies"_s : u"directors"_s;
        const auto removed = library::remove(m_connection, table, keyOf(table), u"ann"_s);
        note(u"remove"_s, removed ? u"done"_s : removed.error().message);
        ++m_played;
    }

    void lock()
    {
        const auto lock = m_dice.bounded(2) ? provenance::Lock::Open : provenance::Lock::Closed;
        const auto movie = anyMovie();
        if (!movie)
            return;
        const auto done
            = provenance::set(m_connection, u"movies"_s, movie->key.toLongLong(), u"runtime"_s, lock, u"ann"_s);
        note(u"lock"_s, done ? u"%1"_s.arg(*done) : done.error().message);
        ++m_played;
    }

    /// A machine fills films, known ones too.
    void record()
    {
        const int number = m_dice.bounded(40);
        const QString id = u"Q%1"_s.arg(1000 + number);
        const QString key = u"tm%1"_s.arg(number);
        if (!m_crawl.id)
            m_crawl = got(library::startCrawl(m_connection, {.gallery = films::gallery()}));
        std::ignore = library::add(m_connection, m_crawl, {films::item(key, u"Film %1"_s.arg(number))});
        const auto item = library::itemByKey(m_connection, u"justwatch"_s, key);
        if (!item || !*item)
            return note(u"record"_s, u"no item"_s);
        Movie movie = films::oz();
        movie.wikidataId = id;
        movie.article = u"Film %1"_s.arg(number);
        movie.imdbId = films::fact(u"tt%1"_s.arg(number), films::wikidata(id, u"P345"_s));
        movie.runtime = films::fact(m_dice.bounded(60, 200), films::wikidata(id, u"P2047"_s));
        const auto done = library::record(m_connection, {{.item = (*item)->id, .movie = movie}});
        note(u"record"_s, done ? u"done"_s : done.error().message);
        ++m_played;
    }

    Connection &m_connection;
    QRandomGenerator m_dice;
    QStringList m_transcript;
    QHash<QString, QStringList> m_keys; // by table
    QSet<QString> m_links;
    Crawl m_crawl;
    int m_made = 0;
    int m_played = 0;
};

}
