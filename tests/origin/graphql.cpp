#include "graphql.h"

#include "graphqllexer.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace origin::graphql {

namespace {

constexpr int Deepest = 20;

class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_lexer(text)
    {
    }

    std::optional<Document> read(QByteArray &error)
    {
        readHead();
        readFields(m_document.fields, 0);
        error = m_lexer.error();
        return m_lexer.failed() ? std::nullopt : std::optional(m_document);
    }

private:
    void readHead()
    {
        if (m_lexer.peek() == "{")
            return;
        m_lexer.expect("query");
        if (m_lexer.peek() != "(" && m_lexer.peek() != "{")
            m_lexer.take();
        if (m_lexer.takeIf("("))
            while (!m_lexer.failed() && !m_lexer.takeIf(")"))
                readDeclaration();
    }

    void readDeclaration()
    {
        m_lexer.expect("$");
        const QByteArray name = m_lexer.take();
        m_document.declared.insert(name);
        m_lexer.expect(":");
        readType();
        if (m_lexer.takeIf("="))
            m_document.defaults.insert(QString::fromUtf8(name), readValue(0));
    }

    void readType()
    {
        if (m_lexer.takeIf("[")) {
            readType();
            m_lexer.expect("]");
        } else {
            m_lexer.take();
        }
        m_lexer.takeIf("!");
    }

    void readFields(QList<Field> &fields, int depth)
    {
        if (depth > Deepest)
            return m_lexer.fail("Too deep");
        m_lexer.expect("{");
        while (!m_lexer.failed() && !m_lexer.takeIf("}"))
            m_lexer.takeIf("...") ? readFragment(fields, depth) : readField(fields, depth);
    }

    void readFragment(QList<Field> &fields, int depth)
    {
        m_lexer.expect("on");
        m_lexer.take();
        readFields(fields, depth + 1);
    }

    void readField(QList<Field> &fields, int depth)
    {
        Field field{.key = m_lexer.take()};
        field.name = m_lexer.takeIf(":") ? m_lexer.take() : field.key;
        if (m_lexer.takeIf("("))
            while (!m_lexer.failed() && !m_lexer.takeIf(")"))
                readArgument(field);
        const auto known = std::ranges::find(fields, field.key, &Field::key);
        Field &kept = known == fields.end() ? fields.emplace_back(field) : *known;
        if (m_lexer.peek() == "{")
            readFields(kept.fields, depth + 1);
    }

    void readArgument(Field &field)
    {
        const QByteArray name = m_lexer.take();
        m_lexer.expect(":");
        field.arguments.insert(name, readValue(0));
    }

    QJsonValue readValue(int depth)
    {
        if (depth > Deepest)
            m_lexer.fail("Too deep");
        if (m_lexer.takeIf("$"))
            return readVariable();
        if (m_lexer.takeIf("["))
            return readList(depth);
        if (m_lexer.takeIf("{"))
            return readObject(depth);
        return scalar(m_lexer.take());
    }

    QJsonValue readVariable()
    {
        const QByteArray name = m_lexer.take();
        m_document.used.insert(name);
        return QJsonObject{{u"$"_s, QString::fromUtf8(name)}};
    }

    QJsonValue readList(int depth)
    {
        QJsonArray list;
        while (!m_lexer.failed() && !m_lexer.takeIf("]"))
            list.append(readValue(depth + 1));
        return list;
    }

    QJsonValue readObject(int depth)
    {
        QJsonObject object;
        while (!m_lexer.failed() && !m_lexer.takeIf("}")) {
            const QString name = QString::fromUtf8(m_lexer.take());
            m_lexer.expect(":");
            object.insert(name, readValue(depth + 1));
        }
        return object;
    }

    static QJsonValue scalar(const QByteArray &token)
    {
        bool isNumber = false;
        const double number = token.toDouble(&isNumber);
        if (isNumber)
            return number;
        if (token == "null")
            return QJsonValue::Null;
        if (token == "true" || token == "false")
            return token == "true";
        return QString::fromUtf8(token.startsWith('"') ? token.sliced(1).chopped(1) : token);
    }

    Lexer m_lexer;
    Document m_document;
};

QJsonValue filledIn(const QJsonValue &value, const QJsonObject &variables)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &element : value.toArray())
            list.append(filledIn(element, variables));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    if (object.contains("$"_L1))
        return variables[object["$"_L1].toString()];
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = filledIn(it.value(), variables);
    return object;
}

}

std::optional<Document> parse(const QByteArray &text, QByteArray &error)
{
    return Reader(text).read(error);
}

QJsonValue argument(const Field &field, const QByteArray &name, const QJsonObject &variables)
{
    const auto found = field.arguments.constFind(name);
    return found == field.arguments.cend() ? QJsonValue(QJsonValue::Undefined) : filledIn(*found, variables);
}

}
