#include "arguments.h"
#include "colorscheme.h"
#include "desk.h"
#include "jobs/places.h"
#include "jobs/processes.h"
#include "ownstyle.h"
#include "settings.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <cstdio>

using namespace Qt::Literals;

namespace {

void translate(QTranslator &own, QTranslator &qts)
{
    if (own.load(QLocale(), u"cineteca"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&own);
    if (qts.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
}

int fail(const Error &error)
{
    std::fputs(qPrintable(error.message + u'\n' + error.detail + u'\n'), stderr);
    return 2;
}

}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    places::nameApplication();
    QApplication::setApplicationDisplayName(u"Cineteca"_s);
    QApplication::setDesktopFileName(u"org.cineteca.Cineteca"_s);
    QApplication::setWindowIcon(QIcon(u":/org.cineteca.Cineteca.svg"_s));
    QTranslator own;
    QTranslator qts;
    translate(own, qts);
    const Arguments arguments = arguments::read(QApplication::arguments());
    processes::hidePasswords(argc, argv);

    QApplication::setStyle(new OwnStyle);
    Settings settings;
    colorscheme::apply(settings.colorScheme());
    Desk desk(settings);
    if (const auto opened = QCoro::waitFor(desk.open(arguments)); !opened)
        return fail(opened.error());
    return QApplication::exec();
}
