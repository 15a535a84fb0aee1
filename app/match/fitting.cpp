#include "match/fitting.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

constexpr int MostSteps = 50;
constexpr double Still = 1e-7; ///< a gain of the likelihood that is none

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

/// What one candidate says: the shares of a few curves' points.
struct Share
{
    size_t point = 0;
    double share = 0;
};
using Shares = std::vector<Share>;

/// An item's candidates, and the place of the right one among them; behind the last for none.
struct Choice
{
    std::vector<Shares> candidates;
    size_t right = 0;
    double weight = 1;
};

Shares sharesOf(const Weights::Curve &curve, size_t first, float agreement)
{
    const auto &points = curve.points;
    const auto above = std::ranges::lower_bound(points, agreement, {}, &Weights::Curve::Point::agreement);
    const auto place = size_t(above - points.begin());
    if (above == points.end())
        return {{first + place - 1, 1}};
    if (above == points.begin())
        return {{first, 1}};
    const auto below = std::prev(above);
    const double share = double(agreement - below->agreement) / double(above->agreement - below->agreement);
    return {{first + place - 1, 1 - share}, {first + place, share}};
}

Shares sharesOf(const Weights &weights, const Evidence &evidence)
{
    Shares shares;
    size_t first = 0;
    for (size_t i = 0; i < SignalCount; ++i) {
        if (const auto &agreement = evidence.agreement[i]) {
            for (const Share &share : sharesOf(weights.curves[i], first, *agreement))
                shares.push_back(share);
        }
        first += size_t(weights.curves[i].points.size());
    }
    return shares;
}

Choice choiceOf(const Weights &weights, const fitting::Case &one)
{
    Choice choice{.candidates = {}, .right = size_t(one.right.value_or(one.candidates.size())), .weight = one.weight};
    for (const Candidate &candidate : one.candidates)
        choice.candidates.push_back(sharesOf(weights, candidate.evidence));
    return choice;
}

double sumOf(const Shares &shares, const Vector &weights)
{
    double sum = 0;
    for (const auto &[point, share] : shares)
        sum += share * weights[point];
    return sum;
}

/// The logarithm of the probability of what is right, with its slope and curvature.
class Likelihood
{
public:
    Likelihood(const std::vector<Choice> &choices, Vector beliefs, double belief)
        : m_choices(choices)
        , m_beliefs(std::move(beliefs))
        , m_belief(belief)
    {
    }

    double at(const Vector &weights) const
    {
        double sum = 0;
        for (const Choice &choice : m_choices) {
            const Vector chances = chancesOf(choice, weights);
            sum += choice.weight * std::log(std::max(chances[choice.right], 1e-300));
        }
        for (size_t i = 0; i < weights.size(); ++i)
            sum -= m_belief / 2 * std::pow(weights[i] - m_beliefs[i], 2);
        return sum;
    }

    /// Slope, and the negative of the curvature.
    std::pair<Vector, Matrix> bend(const Vector &weights) const
    {
        const size_t size = weights.size();
        Vector slope(size);
        Matrix bend(size, Vector(size));
        for (size_t i = 0; i < size; ++i) {
            slope[i] = m_belief * (m_beliefs[i] - weights[i]);
            bend[i][i] = m_belief;
        }
        for (const Choice &choice : m_choices)
            add(choice, weights, slope, bend);
        return {slope, bend};
    }

private:
    /// Of each candidate, and of none.
    static Vector chancesOf(const Choice &choice, const Vector &weights)
    {
        Vector chances;
        double most = 0;
        for (const Shares &shares : choice.candidates) {
            chances.push_back(sumOf(shares, weights));
            most = std::max(most, chances.back());
        }
        chances.push_back(0);
        double all = 0;
        for (double &chance : chances)
            all += chance = std::exp(chance - most);
        for (double &chance : chances)
            chance /= all;
        return chances;
    }

    static void add(const Choice &choice, const Vector &weights, Vector &slope, Matrix &bend)
    {
        const Vector chances = chancesOf(choice, weights);
        Vector mean(weights.size());
        for (size_t c = 0; c < choice.candidates.size(); ++c) {
            for (const auto &[point, share] : choice.candidates[c]) {
                mean[point] += chances[c] * share;
                slope[point] += choice.weight * ((c == choice.right ? 1 : 0) - chances[c]) * share;
                for (const auto &[other, otherShare] : choice.candidates[c])
                    bend[point][other] += choice.weight * chances[c] * share * otherShare;
            }
        }
        for (size_t i = 0; i < mean.size(); ++i) {
            for (size_t j = 0; mean[i] != 0 && j < mean.size(); ++j)
                bend[i][j] -= choice.weight * mean[i] * mean[j];
        }
    }

    const std::vector<Choice> &m_choices;
    Vector m_beliefs;
    double m_belief;
};

/// Solves for a symmetric, positive matrix (Cholesky).
Vector solved(Matrix matrix, Vector right)
{
    const size_t size = right.size();
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j <= i; ++j) {
            for (size_t k = 0; k < j; ++k)
                matrix[i][j] -= matrix[i][k] * matrix[j][k];
            matrix[i][j] = i == j ? std::sqrt(std::max(matrix[i][i], 1e-12)) : matrix[i][j] / matrix[j][j];
        }
        for (size_t k = 0; k < i; ++k)
            right[i] -= matrix[i][k] * right[k];
        right[i] /= matrix[i][i];
    }
    for (size_t i = size; i-- > 0;) {
        for (size_t k = i + 1; k < size; ++k)
            right[i] -= matrix[k][i] * right[k];
        right[i] /= matrix[i][i];
    }
    return right;
}

/// Newton's method; a step that does not gain is halved.
Vector climbed(const Likelihood &likelihood, Vector weights)
{
    double reached = likelihood.at(weights);
    for (int step = 0; step < MostSteps; ++step) {
        const auto [slope, bend] = likelihood.bend(weights);
        const Vector way = solved(bend, slope);
        double gain = 0;
        for (double length = 1; length > 1e-6 && gain <= 0; length /= 2) {
            Vector next = weights;
            for (size_t i = 0; i < next.size(); ++i)
                next[i] += length * way[i];
            const double there = likelihood.at(next);
            if (there <= reached)
                continue;
            gain = there - reached;
            reached = there;
            weights = next;
        }
        if (gain < Still)
            break;
    }
    return weights;
}

}

Weights fitting::fit(const Weights &beliefs, const QList<Case> &cases, double belief)
{
    std::vector<Choice> choices;
    choices.reserve(size_t(cases.size()));
    for (const Case &one : cases)
        choices.push_back(choiceOf(beliefs, one));
    Vector believed;
    for (const auto &curve : beliefs.curves) {
        for (const auto &point : curve.points)
            believed.push_back(point.weight);
    }
    const Vector fitted = climbed(Likelihood(choices, believed, belief), believed);
    Weights weights = beliefs;
    size_t next = 0;
    for (auto &curve : weights.curves) {
        for (auto &point : curve.points)
            point.weight = fitted[next++];
    }
    return weights;
}
