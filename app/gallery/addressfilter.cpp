#include "gallery/addressfilter.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals;

namespace {

enum class Form { LowerList, UpperList, Least, Most };

/// A parameter of an address, and where TitleFilter has it.
struct Parameter
{
    QLatin1StringView name;
    QLatin1StringView field;
    Form form;
};
constexpr std::array Parameters{
    Parameter{.name = "genres"_L1, .field = "genres"_L1, .form = Form::LowerList},
    Parameter{.name = "exclude_genres"_L1, .field = "excludeGenres"_L1, .form = Form::LowerList},
    Parameter{.name = "monetization_types"_L1, .field = "monetizationTypes"_L1, .form = Form::UpperList},
    Parameter{.name = "release_year_from"_L1, .field = "releaseYear"_L1, .form = Form::Least},
    Parameter{.name = "release_year_until"_L1, .field = "releaseYear"_L1, .form = Form::Most},
    Parameter{.name = "tomatoMeter"_L1, .field = "tomatoMeter"_L1, .form = Form::Least},
};
// Filters of the page whose name in the API nobody has seen.
constexpr std::array NotKnown{"rating_imdb"_L1, "age_certifications"_L1, "presentation_types"_L1, "subgenres"_L1};

std::unexpected<Error> unreadable(const QString &name, const QString &value)
{
    return fail(Error::Kind::Invalid,
                u"The filter “%1=%2” of this address cannot be read."_s.arg(name, value.left(40)));
}

bool isWord(const QString &word)
{
    const auto fits = [](QChar c) { return (c.isLetterOrNumber() && c.unicode() < 128) || c == u'_'; };
    return word.size() <= 20 && std::ranges::all_of(word, fits);
}

bool setList(QJsonObject &filter, const Parameter &parameter, const QString &value)
{
    QJsonArray list;
    for (const QString &word : value.split(u',', Qt::SkipEmptyParts)) {
        if (!isWord(word) || list.size() > 50)
            return false;
        list.append(parameter.form == Form::UpperList ? word.toUpper() : word.toLower());
    }
    if (!list.isEmpty())
        filter[parameter.field] = list;
    return true;
}

bool setBound(QJsonObject &filter, const Parameter &parameter, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 0 || number > 9999)
        return false;
    QJsonObject span = filter[parameter.field].toObject();
    span[parameter.form == Form::Least ? "min"_L1 : "max"_L1] = number;
    filter[parameter.field] = span;
    return true;
}

bool set(QJsonObject &filter, const Parameter &parameter, const QString &value)
{
    const bool isList = parameter.form == Form::LowerList || parameter.form == Form::UpperList;
    return isList ? setList(filter, parameter, value) : setBound(filter, parameter, value);
}

}

Result<QJsonObject> addressfilter::parse(const QUrlQuery &query)
{
    for (const auto name : NotKnown)
        if (query.hasQueryItem(name))
            return fail(
                Error::Kind::Invalid,
                u"The filter “%1” of this address cannot be carried over: take it out, and filter afterwards."_s.arg(
                    name));
    QJsonObject filter;
    for (const Parameter &parameter : Parameters) {
        const QString value = query.queryItemValue(parameter.name, QUrl::FullyDecoded);
        if (!value.isEmpty() && !set(filter, parameter, value))
            return unreadable(parameter.name, value);
    }
    return filter;
}

QString addressfilter::text(const QUrlQuery &query)
{
    QStringList filters;
    for (const Parameter &parameter : Parameters) {
        const QString value = query.queryItemValue(parameter.name, QUrl::FullyDecoded);
        if (!value.isEmpty())
            filters.append(parameter.name + u'=' + value);
    }
    return filters.join(u", "_s);
}
