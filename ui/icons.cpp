#include "icons.h"

#include "paletteicon.h"

#include <BreezeIcons>

#include <QFile>
#include <QHash>

using namespace Qt::Literals;

namespace {

QString fileOf(const QString &name)
{
    for (const auto folder : {"actions/22"_L1, "status/22"_L1, "places/22"_L1, "mimetypes/22"_L1, "categories/22"_L1}) {
        const QString file = ":/icons/breeze/"_L1 + folder + u'/' + name + ".svg"_L1;
        if (QFile::exists(file))
            return file;
    }
    return {};
}

QIcon read(const QString &name)
{
    const QString path = fileOf(name);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return QIcon::fromTheme(name);
    return QIcon(new PaletteIcon(file.readAll()));
}

}

QIcon icons::named(const QString &name)
{
    [[maybe_unused]] static const bool loaded = (BreezeIcons::initIcons(), true);
    static QHash<QString, QIcon> known; // delegates ask at every painting
    const auto found = known.constFind(name);
    return found != known.constEnd() ? *found : *known.insert(name, read(name));
}
