#include "arguments.h"
#include "colorscheme.h"
#include "jobs/places.h"
#include "logcapture.h"
#include "settings.h"
#include "workspace.h"

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

/// The sample's own window, made at its first call.
void showSample(std::unique_ptr<Workspace> &sample, Settings &settings, MainWindow &asker)
{
    if (!sample) {
        auto opened = Workspace::open({.sample = true}, settings);
        if (!opened)
            return asker.report(opened.error());
        sample = *std::move(opened);
    }
    sample->window().show();
    sample->window().activateWindow();
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
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

    Settings settings;
    colorscheme::apply(settings.colorScheme());
    std::unique_ptr<Workspace> sample;
    const auto workspace = Workspace::open(arguments, settings);
    if (!workspace)
        return fail(workspace.error());
    const LogCapture capture((*workspace)->log());
    MainWindow &window = (*workspace)->window();
    QObject::connect(&window, &MainWindow::sampleWanted, &window, [&] { showSample(sample, settings, window); });
    return QApplication::exec();
}
