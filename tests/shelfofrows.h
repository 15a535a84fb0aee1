#pragma once

#include "export/exports.h"
#include "export/imports.h"
#include "librarystore.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::Literals;

/// What the tests of exports and imports do again and again: a database with every kind of value, and files.
class ShelfOfRows : public LibraryStore
{
protected:
    /// Oz with all that belongs to him, a title without a film, and values that are hard to write.
    void fill()
    {
        recordedOz();
        Item item = films::item(u"tm2"_s, u"Nobody, \"the\"\nfilm"_s);
        item.extra = {{u"shelf"_s, 7}};
        added(item);
        const QStringList statements{
            u"INSERT INTO genres (genre_id, name, created_at, updated_at) VALUES (90, '=1+1', '2026-01-02 03:04:05', "
            "'2026-01-02 03:04:05.120'), (91, '', '2026-01-02 03:04:05.000', '2026-01-02 03:04:05'), "
            "(92, 'a,b \"c\" ''d'' \\ \t 七 🎬', '2026-01-02 03:04:05', '2026-01-02 03:04:05')"_s,
            u"INSERT INTO movies (movie_id, title, plot, tagline, release_date, budget, rating, created_at, "
            "updated_at) VALUES (50, 'Alien: <3>', 'line\nline\r\n', '', '1899-12-31', 12345678901.5, 7.0, "
            "'2026-01-02 03:04:05', '2026-01-02 03:04:05')"_s,
            u"INSERT INTO movie_genres (movie_id, genre_id) VALUES (50, 92), (50, 90)"_s};
        for (const QString &statement : statements)
            QVERIFY(done(db().run(statement)));
        QVERIFY(done(db().run(u"INSERT INTO entities (wikidata_id, json, read_at) VALUES (?, ?, ?)"_s,
                              {u"Q1"_s, QByteArray("\x00\x01\xfe\\x\t\n", 7), u"2026-01-02 03:04:05.678"_s})));
    }

    /// Of this test and row alone.
    QString folder()
    {
        const size_t row = qHashMulti(0, QByteArray(QTest::currentTestFunction()), QByteArray(QTest::currentDataTag()),
                                      int(db().engine()));
        const QString path = m_folder.filePath(QString::number(row, 36));
        QDir().mkpath(path);
        return path;
    }
    QString place(const QString &name) { return folder() + u'/' + name; }

    Result<exports::Report> write(exports::Order order, const exports::Watch &watch = {})
    {
        return exports::write(db(), order, watch);
    }

    QByteArray csvOf(const QString &table)
    {
        const QString path = place(u"table.csv"_s);
        std::ignore = got(write({.query = {.table = table}, .path = path}));
        return bytes(path);
    }

    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The files of a folder by their names.
    static QMap<QString, QByteArray> files(const QString &folder)
    {
        QMap<QString, QByteArray> files;
        for (const QString &name : QDir(folder).entryList(QDir::Files))
            files.insert(name, bytes(folder + u'/' + name));
        return files;
    }

    static QJsonObject object(const QString &path) { return QJsonDocument::fromJson(bytes(path)).object(); }

private:
    QTemporaryDir m_folder;
};
