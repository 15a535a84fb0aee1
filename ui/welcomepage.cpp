#include "welcomepage.h"

#include "action.h"
#include "actionbutton.h"
#include "contact.h"
#include "heading.h"
#include "jobs/politeness.h"
#include "settings.h"
#include "wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals;

namespace {

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

Heading *heading(const QString &name, const QString &text, QWidget *parent)
{
    auto *heading = new Heading(name, parent);
    heading->setText(text);
    return heading;
}

}

WelcomePage::WelcomePage(Services services, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_settings(settings)
    , m_contact(new QLineEdit(this))
    , m_consequence(new QLabel(this))
    , m_start(makeAction(this, u"start"_s, tr("&Start"), u"dialog-ok-apply"_s, {Qt::ALT | Qt::Key_Return}))
    , m_sample(makeAction(this, u"trySample"_s, tr("&Try the sample"), u"view-media-playlist"_s,
                          {Qt::ALT | Qt::SHIFT | Qt::Key_Return}))
{
    setObjectName(u"welcomePage"_s);
    setFocusProxy(m_contact);
    addActions({m_start, m_sample});
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(makeColumn());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(area);
    connect(m_contact, &QLineEdit::textChanged, this, &WelcomePage::showConsequence);
    connect(m_contact, &QLineEdit::returnPressed, m_start, &QAction::trigger);
    connect(m_start, &QAction::triggered, this, &WelcomePage::start);
    connect(m_sample, &QAction::triggered, this, &WelcomePage::sampleWanted);
    refresh();
}

QWidget *WelcomePage::makeColumn()
{
    auto *page = new QWidget(this);
    auto *column = new QWidget(page);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    auto *layout = new QVBoxLayout(column);
    layout->addWidget(heading(u"welcomeHeading"_s, tr("Welcome to Cineteca"), column));
    layout->addWidget(paragraph(tr("Cineteca lists the movies of a streaming provider, finds the Wikipedia article of "
                                   "each, asks you where it is not sure, and fills tables that you can browse, "
                                   "correct and export."),
                                column));
    layout->addSpacing(fontMetrics().height());
    layout->addWidget(heading(u"contactHeading"_s, tr("Who is asking?"), column));
    layout->addWidget(makeContact());
    layout->addSpacing(fontMetrics().height());
    layout->addWidget(heading(u"termsHeading"_s, tr("What JustWatch allows"), column));
    layout->addWidget(paragraph(tr("JustWatch allows personal, non-commercial use, and its terms forbid robots. "
                                   "Cineteca therefore asks slowly, about once a second, never twice for the same "
                                   "answer, and only when you say so. Saved pages and item lists are an equal way in."),
                                column));
    layout->addSpacing(fontMetrics().height());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(m_start, column));
    buttons->addWidget(new ActionButton(m_sample, column));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(paragraph(tr("The sample holds some sixty movies and needs no network. It opens in a window and "
                                   "a database of its own."),
                                column));
    layout->addStretch(1);
    auto *centred = new QHBoxLayout(page);
    centred->addStretch(1);
    centred->addWidget(column, 100);
    centred->addStretch(1);
    return page;
}

QWidget *WelcomePage::makeContact()
{
    auto *contact = new QWidget(this);
    m_contact->setObjectName(u"contact"_s);
    m_contact->setAccessibleName(tr("Your e-mail address or page"));
    m_contact->setPlaceholderText(tr("you@example.org or https://example.org/you"));
    m_contact->setClearButtonEnabled(true);
    m_consequence->setObjectName(u"consequence"_s);
    m_consequence->setWordWrap(true);
    auto *label = new QLabel(tr("Your &e-mail address or page (optional)"), contact);
    label->setBuddy(m_contact);

    auto *layout = new QVBoxLayout(contact);
    layout->setContentsMargins({});
    layout->addWidget(
        paragraph(tr("Wikipedia and Wikidata answer %1 requests a minute if a program says who runs it, "
                     "and %2 if it does not. What you write here goes to the sites that are asked, and "
                     "nowhere else.")
                      .arg(wording::number(politeness::WithContact), wording::number(politeness::WithoutContact)),
                  contact));
    layout->addWidget(label);
    layout->addWidget(m_contact);
    layout->addWidget(m_consequence);
    return contact;
}

void WelcomePage::refresh()
{
    m_contact->setText(m_settings.contact());
    showConsequence();
}

void WelcomePage::showConsequence()
{
    const QString contact = m_contact->text().trimmed();
    m_start->setEnabled(contact::isValid(contact));
    if (!contact::isValid(contact))
        return m_consequence->setText(tr("This is neither an e-mail address nor the address of a page."));
    const int rate = contact.isEmpty() ? politeness::WithoutContact : politeness::WithContact;
    m_consequence->setText(
        tr("%1 requests a minute, as “%2”").arg(wording::number(rate), politeness::userAgent(contact)));
}

void WelcomePage::start()
{
    const QString contact = m_contact->text().trimmed();
    const auto options = politeness::options(contact, m_services.origins, m_services.pace);
    if (!options)
        return emit failed(options.error());
    m_services.http.setOptions(*options);
    m_settings.setContact(contact);
    m_settings.setWelcomed();
    emit done();
}
