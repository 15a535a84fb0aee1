#include "contact.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals;

bool contact::isValid(const QString &contact)
{
    static const QRegularExpression mail(u"^[^\\s@()<>]+@[^\\s@()<>]+\\.[^\\s@()<>]+$"_s);
    if (contact.isEmpty() || mail.match(contact).hasMatch())
        return true;
    const QUrl url(contact, QUrl::StrictMode);
    return (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && url.host().contains(u'.')
        && !contact.contains(u'(') && !contact.contains(u')');
}
