#include "store/model.h"

#include <QFile>

using namespace Qt::Literals;

const model::Column *model::Table::column(const QString &wanted) const
{
    const auto found = std::ranges::find(columns, wanted, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

const model::Table *model::Model::table(const QString &wanted) const
{
    const auto found = std::ranges::find(tables, wanted, &Table::name);
    return found == tables.end() ? nullptr : &*found;
}

const model::Model &model::own()
{
    static const Model model = [] {
        QFile file(u":/schema/movie_db.json"_s);
        const auto read = file.open(QIODevice::ReadOnly) ? model::read(file.readAll()) : Model{};
        if (!read)
            qFatal("%s\n%s", qUtf8Printable(read.error().message), qUtf8Printable(read.error().detail));
        return *read;
    }();
    return model;
}
