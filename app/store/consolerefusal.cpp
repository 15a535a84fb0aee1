#include "store/consoleanswer.h"

using namespace Qt::Literals;
using console::Question;
using console::Trouble;
using console::Way;
using statements::Nature;
using statements::Statement;

namespace {

Trouble refused(Trouble::Kind kind, const Statement &statement, const QString &message)
{
    return {.kind = kind, .message = message, .statement = statement, .line = statement.line, .place = statement.from};
}

std::optional<Trouble> refusalOf(const Statement &statement, const Question &question, Connection::Engine engine)
{
    const Nature nature = statements::nature(statement.text, engine);
    if (nature == Nature::Transaction)
        return refused(
            Trouble::Kind::Refused, statement,
            u"Whatever runs together is one transaction already: leave BEGIN, COMMIT and their like away."_s);
    if (question.way == Way::Read && nature != Nature::Reads)
        return refused(Trouble::Kind::NeedsWriting, statement,
                       u"Only reading is allowed here, and this statement does more."_s);
    if (question.way == Way::Try && nature == Nature::Session)
        return refused(Trouble::Kind::Refused, statement, u"What this statement does cannot be taken back."_s);
    if (question.way == Way::Write && nature == Nature::Session && question.statements.size() > 1)
        return refused(Trouble::Kind::Refused, statement,
                       u"This statement has to run alone: it is not part of a transaction."_s);
    if (question.way == Way::Write && !question.isMeant) {
        if (const auto danger = statements::danger(statement.text, engine))
            return refused(Trouble::Kind::NotMeant, statement, *danger);
    }
    return std::nullopt;
}

}

std::optional<Trouble> console::refusal(const Question &question, Connection::Engine engine)
{
    if (question.way == Way::Plan)
        return std::nullopt;
    for (const Statement &statement : question.statements) {
        if (auto trouble = refusalOf(statement, question, engine))
            return trouble;
    }
    return std::nullopt;
}
