#pragma once

#include "data/evidence.h"

#include <QByteArray>
#include <QList>

#include <array>

/// What the score is made of: data in resources/matcher.json, fitted by tests/bench/fit_matcher.
struct Weights
{
    /// The log-odds that a signal adds: at some agreements, linear between them. None for a signal that is unknown.
    struct Curve
    {
        struct Point
        {
            float agreement = 0;
            double weight = 0;
        };
        QList<Point> points; ///< by agreement, at least one

        double at(float agreement) const;
    };
    std::array<Curve, SignalCount> curves;
    double none = 0; ///< the log-odds that the right one is not among the candidates
    double accept = 1; ///< least probability that a machine accepts
    double margin = 1; ///< least distance to the second
    Curve left; ///< how often the best one is right where a machine did not accept, by its score; no log-odds

    /// Of all signals that are known.
    double sum(const Evidence &evidence) const;

    /// The probability that the best candidate of a title that was left for a person is the right one: it was left
    /// since something spoke against it, so it is never more than its score.
    double chanceIfLeft(double score) const;

    /// "exact id", as the weights' file calls it.
    static QString name(Signal signal);

    static Weights read(const QByteArray &json);
    QByteArray toJson() const;
    static const Weights &bundled();
};
