#include "wiki/wikitexttemplates.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals;
using wikitext::Call;
using wikitext::Show;

namespace {

constexpr int Deepest = 20; ///< parentheses in each other
constexpr qsizetype Longest = 500;

/// Reads "123+13.3 round 0": https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions##expr. Not a number if it
/// is anything else.
class Sum
{
public:
    explicit Sum(QStringView text)
        : m_rest(text)
    {
    }

    double value()
    {
        const double value = rounded(0);
        return m_rest.trimmed().isEmpty() ? value : NAN;
    }

private:
    bool take(QStringView word)
    {
        m_rest = m_rest.trimmed();
        if (!m_rest.startsWith(word, Qt::CaseInsensitive))
            return false;
        m_rest = m_rest.sliced(word.size());
        return true;
    }

    double rounded(int depth)
    {
        double value = sum(depth);
        while (take(u"round")) {
            const double scale = std::pow(10.0, std::round(sum(depth)));
            value = std::round(value * scale) / scale;
        }
        return value;
    }

    double sum(int depth)
    {
        double value = product(depth);
        for (;;) {
            if (take(u"+"))
                value += product(depth);
            else if (take(u"-") || take(u"−"))
                value -= product(depth);
            else
                return value;
        }
    }

    double product(int depth)
    {
        double value = factor(depth);
        for (;;) {
            if (take(u"*"))
                value *= factor(depth);
            else if (take(u"/"))
                value /= factor(depth);
            else
                return value;
        }
    }

    double factor(int depth)
    {
        if (take(u"("))
            return depth < Deepest ? closed(rounded(depth + 1)) : NAN;
        if (take(u"-"))
            return depth < Deepest ? -factor(depth + 1) : NAN;
        return number();
    }

    double closed(double value) { return take(u")") ? value : NAN; }

    double number()
    {
        m_rest = m_rest.trimmed();
        qsizetype size = 0;
        while (size < m_rest.size() && (m_rest[size].isDigit() || m_rest[size] == u'.'))
            ++size;
        bool ok = false;
        const double value = m_rest.first(size).toDouble(&ok);
        m_rest = m_rest.sliced(size);
        return ok ? value : NAN;
    }

    QStringView m_rest;
};

}

bool wikitext::showSum(Show &show, const Call &call)
{
    if (!call.key.startsWith("#expr:"_L1))
        return false;
    const double value = Sum(QStringView(call.key).sliced(6).first(std::min(Longest, call.key.size() - 6))).value();
    if (std::isfinite(value))
        show.put(QLocale::c().toString(value, 'g', 12).remove(u','));
    return true;
}
