#pragma once

#include "data/gallery.h"
#include "jobs/services.h"

#include <QTimer>
#include <QWidget>

#include <stop_token>

class InlineMessage;
class ProviderCards;
class ProviderModel;
class QAction;
class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class Settings;

/// Chooses a provider of a country: the country from a list, the provider by typing a part of its name.
class ProviderPicker : public QWidget
{
    Q_OBJECT

public:
    ProviderPicker(Services services, Settings &settings, QWidget *parent = nullptr);
    ~ProviderPicker() override;

    /// Country and words, to stand wherever there is room.
    QWidget *bar() const { return m_bar; }
    QAction *searchAction() const { return m_search; }
    bool isLoaded() const { return m_loaded; }

public slots:
    /// Asks for the providers of the chosen country.
    void load();
    /// Asks nobody until a person wants it to.
    void rest();
    /// Reads anew how many titles of each provider are here.
    void countKnown();
    /// A gallery was chosen elsewhere: no provider is picked, nor the last one when the providers come.
    void clearPick();

signals:
    void picked(const QString &country, const Provider &provider);
    void failed(const Error &error);

private:
    QWidget *makeBar();
    void watch();
    void chooseCountry();
    void showProviders(const Result<QList<Provider>> &providers);
    void selectLast();
    void pick();
    QString country() const;

    Services m_services;
    Settings &m_settings;
    ProviderModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QComboBox *m_countries;
    QLineEdit *m_words;
    QWidget *m_bar;
    ProviderCards *m_cards;
    InlineMessage *m_message;
    QAction *m_search;
    QAction *m_again;
    QTimer m_settled; // the person has stopped moving over the cards
    std::stop_source m_stop; // of the question on its way
    bool m_loaded = false;
    bool m_isLoading = false;
    bool m_isElsewhere = false; // the gallery was chosen elsewhere
};
