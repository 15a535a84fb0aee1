#include "referrerlinks.h"

#include "tablewording.h"

using namespace Qt::Literals;

ReferrerLinks::ReferrerLinks(const QString &name, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(name);
    setAccessibleName(tr("Rows that refer to this one"));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    hide();
    connect(this, &QLabel::linkActivated, this,
            [this](const QString &link) { emit wanted(m_referrers.value(link.toInt()).query); });
}

void ReferrerLinks::show(const QList<table::Referrers> &referrers)
{
    m_referrers = referrers;
    QStringList links;
    for (qsizetype i = 0; i < referrers.size(); ++i)
        links.append(u"<a href=\"%1\">%2</a>"_s.arg(i).arg(tablewording::referring(referrers[i]).toHtmlEscaped()));
    setText(links.join(u"<br>"_s));
    setVisible(!links.isEmpty());
}
