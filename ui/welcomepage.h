#pragma once

#include "jobs/services.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QAction;
class Settings;

/// The first page: who asks, what JustWatch allows, and the sample to try. Later, the place to change the contact.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(Services services, Settings &settings, QWidget *parent = nullptr);

public slots:
    void refresh();

signals:
    void done();
    void sampleWanted();
    void failed(const Error &error);

private:
    QWidget *makeColumn();
    QWidget *makeContact();
    void showConsequence();
    void start();

    Services m_services;
    Settings &m_settings;
    QLineEdit *m_contact;
    QLabel *m_consequence;
    QAction *m_start;
    QAction *m_sample;
};
