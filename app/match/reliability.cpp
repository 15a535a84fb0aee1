#include "match/reliability.h"

#include <algorithm>

namespace {

constexpr std::array Bounds{reliability::Least, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0001};

/// Those whose scores lie between two bounds.
struct Bin
{
    double weight = 0;
    double right = 0;
    double score = 0; ///< sum

    double share() const { return right / (weight + 1); }
    void add(const Bin &other)
    {
        weight += other.weight;
        right += other.right;
        score += other.score;
    }
};

QList<Bin> binsOf(const QList<reliability::Said> &said)
{
    QList<Bin> bins(Bounds.size() - 1);
    for (const auto &[score, right, weight] : said) {
        const auto above = std::ranges::upper_bound(Bounds, score);
        if (above != Bounds.begin() && above != Bounds.end())
            bins[above - Bounds.begin() - 1].add({weight, right ? weight : 0, weight * score});
    }
    bins.removeIf([](const Bin &bin) { return bin.weight == 0; });
    return bins;
}

/// Joins neighbours of which the higher is less often right (pool adjacent violators: Ayer et al., Ann. Math. Stat. 26,
/// 1955, p. 641).
QList<Bin> rising(const QList<Bin> &bins)
{
    QList<Bin> pooled;
    for (Bin bin : bins) {
        while (!pooled.isEmpty() && pooled.constLast().share() >= bin.share())
            bin.add(pooled.takeLast());
        pooled.append(bin);
    }
    return pooled;
}

}

Weights::Curve reliability::shareRight(const QList<Said> &said)
{
    Weights::Curve curve;
    for (const Bin &bin : rising(binsOf(said)))
        curve.points.append({.agreement = float(bin.score / bin.weight), .weight = bin.share()});
    return curve;
}
