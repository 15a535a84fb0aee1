#include "cli/output.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals;

namespace {

void write(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

}

void output::print(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void output::print(const QByteArray &bytes)
{
    write(stdout, bytes);
}

void output::print(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson());
}

void output::tell(const QString &line)
{
    write(stderr, line.toUtf8() + '\n');
}

QString output::inShort(const QString &detail)
{
    static const QRegularExpression address(u"https?://[^\\s?#]+"_s);
    if (detail.startsWith("[{"_L1)) // what an API complains of: the message quotes it
        return {};
    const auto found = address.match(detail);
    return found.hasMatch() ? detail.first(found.capturedEnd()) : detail;
}

int output::fail(const Error &error)
{
    tell(u"cineteca-cli: "_s + error.message);
    if (const QString detail = inShort(error.detail); !detail.isEmpty())
        tell(u"  "_s + detail);
    return error.kind == Error::Kind::Cancelled ? Paused : error.kind == Error::Kind::Invalid ? WrongUsage : Failed;
}

bool output::isTerminal()
{
    return isatty(fileno(stderr)) == 1;
}

void output::tellOver(const QString &line)
{
    write(stderr, "\r\x1b[K" + line.toUtf8());
}
