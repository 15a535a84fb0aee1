#include "editplace.h"

QString editplace::text(const QVariantList &key)
{
    QStringList parts;
    for (const QVariant &part : key)
        parts.append(part.toString());
    return parts.join(u',');
}

QStringList editplace::texts(const table::Keys &keys)
{
    QStringList texts;
    for (const QVariantList &key : keys)
        texts.append(text(key));
    return texts;
}
