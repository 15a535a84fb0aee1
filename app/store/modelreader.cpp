#include "store/model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals;
using model::Column;
using model::Index;
using model::Model;
using model::Reference;
using model::Table;
using model::Type;

namespace {

const QHash<QString, Type> Types{
    {u"serial"_s, Type::Serial},   {u"identity"_s, Type::Identity},   {u"id"_s, Type::Id},
    {u"integer"_s, Type::Integer}, {u"bigint"_s, Type::BigInt},       {u"text"_s, Type::Text},
    {u"date"_s, Type::Date},       {u"timestamp"_s, Type::Timestamp}, {u"numeric"_s, Type::Numeric},
    {u"boolean"_s, Type::Boolean}, {u"double"_s, Type::Double},       {u"blob"_s, Type::Blob}};

/// Reads a model and notes every fault on the way, with the place where it is.
class Reader
{
public:
    Model model(const QJsonObject &json);
    const QStringList &faults() const { return m_faults; }

private:
    Table table(const QJsonObject &json);
    Column column(const QJsonObject &json);
    Index index(const QJsonObject &json);
    void readType(Column &column, const QJsonObject &json);
    void readForm(Column &column, const QJsonObject &json);

    void resolve(Model &model);
    void check(const Table &table);
    void checkColumn(const Table &table, const Column &column);
    void checkSearch(const Table &table);

    QString name(const QJsonObject &json);
    QString text(const QJsonObject &json, const QString &key);
    bool isTrue(const QJsonObject &json, const QString &key, bool otherwise);
    int number(const QJsonObject &json, const QString &key);
    QStringList names(const QJsonObject &json, const QString &key);
    QStringList names(const QJsonValue &json, const QString &key);
    QList<QJsonObject> objects(const QJsonObject &json, const QString &key);
    void allow(const QJsonObject &json, const QStringList &keys);
    void demandColumns(const Table &table, const QStringList &columns, const QString &of);
    void note(const QString &what) { m_faults.append(m_place.join(u'.') + u": "_s + what); }

    QStringList m_place;
    QStringList m_faults;
};

QString Reader::text(const QJsonObject &json, const QString &key)
{
    const QJsonValue value = json[key];
    if (!value.isUndefined() && (!value.isString() || value.toString().trimmed().isEmpty()))
        note(u"\"%1\" is to be a text"_s.arg(key));
    return value.toString();
}

bool Reader::isTrue(const QJsonObject &json, const QString &key, bool otherwise)
{
    const QJsonValue value = json[key];
    if (!value.isUndefined() && !value.isBool())
        note(u"\"%1\" is to be true or false"_s.arg(key));
    return value.toBool(otherwise);
}

int Reader::number(const QJsonObject &json, const QString &key)
{
    const QJsonValue value = json[key];
    if (!value.isUndefined() && value.toInt() <= 0)
        note(u"\"%1\" is to be a number above 0"_s.arg(key));
    return value.toInt();
}

QStringList Reader::names(const QJsonValue &json, const QString &key)
{
    QStringList names;
    for (const auto &value : json.toArray())
        names.append(value.toString());
    if (names.isEmpty() || names.contains(QString()))
        note(u"\"%1\" is to be a list of names"_s.arg(key));
    return names;
}

QStringList Reader::names(const QJsonObject &json, const QString &key)
{
    return json.contains(key) ? names(json[key], key) : QStringList();
}

QList<QJsonObject> Reader::objects(const QJsonObject &json, const QString &key)
{
    QList<QJsonObject> objects;
    for (const auto &value : json[key].toArray())
        objects.append(value.toObject());
    return objects;
}

void Reader::allow(const QJsonObject &json, const QStringList &keys)
{
    for (const QString &key : json.keys()) {
        if (!keys.contains(key))
            note(u"\"%1\" is not known here"_s.arg(key));
    }
}

/// A name that needs no quotes in either engine, save for words of SQL.
QString Reader::name(const QJsonObject &json)
{
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]{0,57}$"_s);
    const QString name = json[u"name"].toString();
    if (!plain.match(name).hasMatch())
        note(u"\"%1\" is no name: small letters, digits and _ are"_s.arg(name));
    return name;
}

void Reader::readType(Column &column, const QJsonObject &json)
{
    if (const QString to = text(json, u"references"_s); !to.isEmpty()) {
        column.references = Reference{.table = to.section(u'.', 0, 0), .column = to.section(u'.', 1)};
        if (json.contains("type"_L1))
            note(u"a reference has the type of what it refers to"_s);
        return;
    }
    const auto type = Types.constFind(json["type"_L1].toString());
    if (type == Types.cend())
        return note(u"\"%1\" is no type"_s.arg(json["type"_L1].toString()));
    column.type = *type;
    if (column.length && column.type != Type::Text)
        note(u"only a text has a length"_s);
    if ((column.digits > column.decimals) != (column.type == Type::Numeric))
        note(u"a numeric, and nothing else, has digits and decimals"_s);
}

void Reader::readForm(Column &column, const QJsonObject &json)
{
    static const QHash<QString, model::Form> forms{
        {QString(), model::Form::Free}, {u"address"_s, model::Form::Address}, {u"choice"_s, model::Form::Choice}};
    const QString form = text(json, u"form"_s);
    if (!forms.contains(form))
        note(u"\"%1\" is no form"_s.arg(form));
    column.form = forms.value(form);
    column.pattern = text(json, u"pattern"_s);
    if (!QRegularExpression(column.pattern).isValid())
        note(u"\"%1\" is no regular expression"_s.arg(column.pattern));
    if (column.type != Type::Text && (column.form != model::Form::Free || !column.pattern.isEmpty()))
        note(u"only a text has a form and a pattern"_s);
}

Column Reader::column(const QJsonObject &json)
{
    Column column{.name = name(json)};
    m_place.append(column.name);
    allow(json,
          {u"name"_s, u"type"_s, u"references"_s, u"length"_s, u"digits"_s, u"decimals"_s, u"null"_s, u"default"_s,
           u"meaning"_s, u"unit"_s, u"edited_by"_s, u"form"_s, u"pattern"_s});
    column.length = number(json, u"length"_s);
    column.digits = number(json, u"digits"_s);
    column.decimals = number(json, u"decimals"_s);
    column.isNullable = isTrue(json, u"null"_s, true);
    column.defaultValue = text(json, u"default"_s);
    column.meaning = text(json, u"meaning"_s);
    column.unit = text(json, u"unit"_s);
    const QString editor = text(json, u"edited_by"_s);
    if (!editor.isEmpty() && editor != "person"_L1)
        note(u"\"%1\" cannot edit: a person can, or nobody is named"_s.arg(editor));
    column.editedBy = editor.isEmpty() ? model::Editor::Program : model::Editor::Person;
    readType(column, json);
    readForm(column, json);
    m_place.removeLast();
    return column;
}

Index Reader::index(const QJsonObject &json)
{
    Index index{.name = name(json)};
    m_place.append(index.name);
    allow(json, {u"name"_s, u"columns"_s, u"unique"_s, u"where"_s});
    index.columns = names(json[u"columns"], u"columns"_s);
    index.isUnique = isTrue(json, u"unique"_s, false);
    index.where = text(json, u"where"_s);
    m_place.removeLast();
    return index;
}

Table Reader::table(const QJsonObject &json)
{
    Table table{.name = name(json)};
    m_place = {table.name};
    allow(json,
          {u"name"_s, u"meaning"_s, u"label"_s, u"search"_s, u"shown"_s, u"append_only"_s, u"columns"_s,
           u"primary_key"_s, u"unique"_s, u"indexes"_s, u"triggers"_s});
    table.meaning = text(json, u"meaning"_s);
    table.label = text(json, u"label"_s);
    table.search = names(json, u"search"_s);
    table.isShown = isTrue(json, u"shown"_s, false);
    table.isAppendOnly = isTrue(json, u"append_only"_s, false);
    for (const QJsonObject &one : objects(json, u"columns"_s))
        table.columns.append(column(one));
    table.primaryKey = names(json[u"primary_key"], u"primary_key"_s);
    for (const auto &columns : json[u"unique"].toArray())
        table.unique.append(names(columns, u"unique"_s));
    for (const QJsonObject &one : objects(json, u"indexes"_s))
        table.indexes.append(index(one));
    table.triggers = names(json, u"triggers"_s);
    return table;
}

/// A reference holds what it refers to.
void Reader::resolve(Model &model)
{
    for (Table &table : model.tables) {
        for (Column &column : table.columns) {
            if (!column.references)
                continue;
            m_place = {table.name, column.name};
            const Table *other = model.table(column.references->table);
            const Column *key = other ? other->column(column.references->column) : nullptr;
            if (!key || other->primaryKey != QStringList{key->name}) {
                note(u"it refers to no table's key"_s);
                continue;
            }
            column.type = key->type == Type::Serial ? Type::Integer
                : key->type == Type::Identity       ? Type::Id
                                                    : key->type;
        }
    }
}

void Reader::demandColumns(const Table &table, const QStringList &columns, const QString &of)
{
    for (const QString &name : columns) {
        if (!table.column(name))
            note(u"%1 names \"%2\", which is no column"_s.arg(of, name));
    }
}

void Reader::checkColumn(const Table &table, const Column &column)
{
    m_place = {table.name, column.name};
    const bool counts = column.type == Type::Serial || column.type == Type::Identity;
    if (column.meaning.isEmpty())
        note(u"it has no meaning"_s);
    if (counts && table.primaryKey != QStringList{column.name})
        note(u"only a primary key counts by itself"_s);
    if (column.isNullable && table.primaryKey.contains(column.name))
        note(u"a key is never unknown"_s);
    if (std::ranges::count(table.columns, column.name, &Column::name) > 1)
        note(u"it is there twice"_s);
}

void Reader::checkSearch(const Table &table)
{
    demandColumns(table, table.search, u"search"_s);
    for (const QString &name : table.search) {
        const Column *column = table.column(name);
        if (column && column->type != Type::Text && column->type != Type::Date)
            note(u"search names \"%1\", which is no text and no date"_s.arg(name));
    }
    const Column *key = table.primaryKey.size() == 1 ? table.column(table.primaryKey.first()) : nullptr;
    if (!table.search.isEmpty() && (!key || (key->type != Type::Serial && key->type != Type::Identity)))
        note(u"only rows with a number for their key can be searched"_s);
}

void Reader::check(const Table &table)
{
    m_place = {table.name};
    if (table.meaning.isEmpty())
        note(u"it has no meaning"_s);
    if (table.columns.isEmpty())
        note(u"it has no columns"_s);
    if (!table.label.isEmpty())
        demandColumns(table, {table.label}, u"label"_s);
    checkSearch(table);
    demandColumns(table, table.primaryKey, u"primary_key"_s);
    for (const QStringList &columns : table.unique)
        demandColumns(table, columns, u"unique"_s);
    for (const Index &index : table.indexes)
        demandColumns(table, index.columns, index.name);
    for (const Column &column : table.columns)
        checkColumn(table, column);
}

Model Reader::model(const QJsonObject &json)
{
    Model model{.database = name({{u"name"_s, json[u"database"]}})};
    allow(json, {u"database"_s, u"tables"_s});
    for (const QJsonObject &one : objects(json, u"tables"_s))
        model.tables.append(table(one));
    m_place = {model.database};
    if (model.tables.isEmpty())
        note(u"it has no tables"_s);
    QSet<QString> met;
    for (const Table &table : std::as_const(model.tables)) {
        if (std::exchange(met, met + QSet{table.name}).contains(table.name))
            note(u"the table \"%1\" is there twice"_s.arg(table.name));
    }
    resolve(model);
    for (const Table &table : std::as_const(model.tables))
        check(table);
    return model;
}

}

Result<Model> model::read(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(Error::Kind::Malformed, u"The model of the database is no JSON object."_s,
                    u"At byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    Reader reader;
    Model model = reader.model(document.object());
    if (!reader.faults().isEmpty())
        return fail(Error::Kind::Malformed, u"The model of the database has faults."_s, reader.faults().join(u'\n'));
    return model;
}
