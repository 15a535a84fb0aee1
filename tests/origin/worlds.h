#pragma once

#include "world.h"

#include <QSet>
#include <QString>

/// What a World is filled with.
namespace origin::worlds {

/// The folder of the bundled sample: films.json, pages.json, labels.json, articles/. What is wrong, or nothing.
QString addSample(World &world, const QString &folder);

/// `count` made films with items, articles, people and companies, on the provider "Made Stream"; the same for the
/// same seed. Of a hundred two have no IMDb id, one has no article.
void addMade(World &world, int count, quint64 seed);

/// Real galleries: folders with titles.csv and credits.csv, named like "hbo-max-2022-07". What is wrong, or nothing.
QString addGallery(World &world, const QString &folder);
/// Real articles, joined with the titles of the galleries by IMDb id: to be added after them.
QString addArticles(World &world, const QString &path);

/// For each film's name what else bears it: a series, a season, a novel, an album, a soundtrack, a person, a list,
/// a series of films, a game, a sequel, a remake, a disambiguation page. Only around the films of these Q-numbers,
/// where some are given.
void addDistractors(World &world, quint64 seed, const QSet<qint32> &around = {});

}
