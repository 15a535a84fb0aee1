#include "gallery/justwatch.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals;

namespace {

constexpr double NearEnough = 0.4;
constexpr qsizetype MostNear = 5;

/// "Disney+" → "disney-plus", as the words in addresses are made from names.
QString slugOf(QString name)
{
    name = name.replace(u'+', " plus"_L1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString slug;
    for (const QChar c : std::as_const(name)) {
        if (c.isLetterOrNumber())
            slug += c;
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    return slug.endsWith(u'-') ? slug.chopped(1) : slug;
}

QString nameSlug(const Provider &provider)
{
    return slugOf(provider.clearName);
}

QSet<QString> pairsOf(const QString &text)
{
    QSet<QString> pairs;
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        pairs.insert(text.mid(i, 2));
    return pairs;
}

/// Share of pairs of letters that two names have in common, from 0 to 1 (Dice 1945).
double likeness(const QString &a, const QString &b)
{
    const auto of = [](const QString &text) { return pairsOf(slugOf(text).remove(u'-')); };
    const auto first = of(a);
    const auto second = of(b);
    const qsizetype all = first.size() + second.size();
    auto common = first;
    return all ? 2.0 * double(common.intersect(second).size()) / double(all) : 0;
}

double nearness(const Provider &provider, const QString &name)
{
    return std::max({likeness(provider.clearName, name), likeness(provider.slug, name),
                     likeness(provider.technicalName, name), provider.shortName == name ? 1.0 : 0.0});
}

std::optional<Provider> findOne(const QList<Provider> &providers, const QString &name)
{
    const QString wanted = name.trimmed();
    const QString slug = slugOf(wanted);
    if (slug.isEmpty())
        return {};
    for (const auto field : {&Provider::slug, &Provider::shortName, &Provider::technicalName, &Provider::clearName}) {
        const auto found = std::ranges::find_if(providers, [&](const Provider &provider) {
            return (provider.*field).compare(wanted, Qt::CaseInsensitive) == 0;
        });
        if (found != providers.end())
            return *found;
    }
    const auto found = std::ranges::find(providers, slug, nameSlug);
    return found == providers.end() ? std::nullopt : std::optional(*found);
}

/// Several at once, as addresses have them ("mxx,nfx"): one provider with all their short names.
std::optional<Provider> findAll(const QList<Provider> &providers, const QStringList &names)
{
    QStringList codes;
    QStringList clearNames;
    for (const QString &name : names) {
        const auto provider = findOne(providers, name);
        if (!provider)
            return {};
        codes.append(provider->shortName);
        clearNames.append(provider->clearName);
    }
    return Provider{.shortName = codes.join(u','), .clearName = clearNames.join(u", "_s)};
}

}

std::optional<Provider> justwatch::findProvider(const QList<Provider> &providers, const QString &name)
{
    if (const auto found = findOne(providers, name))
        return found;
    const QStringList names = name.split(u',', Qt::SkipEmptyParts);
    return names.size() > 1 ? findAll(providers, names) : std::nullopt;
}

QStringList justwatch::nearProviders(const QList<Provider> &providers, const QString &name)
{
    QList<std::pair<double, QString>> near;
    for (const Provider &provider : providers)
        if (const double how = nearness(provider, name); how >= NearEnough)
            near.append({-how, provider.clearName});
    std::ranges::sort(near);
    QStringList names;
    for (const auto &[how, clearName] : std::as_const(near))
        if (names.size() < MostNear && !names.contains(clearName))
            names.append(clearName);
    return names;
}

Result<Provider> justwatch::needProvider(const QList<Provider> &providers, const QString &name)
{
    if (auto found = findProvider(providers, name))
        return *std::move(found);
    const QString near = nearProviders(providers, name).join(u"”, “"_s);
    const QString hint = near.isEmpty() ? u"Choose one from the list."_s : u"Near it are “%1”."_s.arg(near);
    return fail(Error::Kind::Invalid,
                u"JustWatch knows no provider “%1” in this country. %2"_s.arg(name.left(80), hint));
}
