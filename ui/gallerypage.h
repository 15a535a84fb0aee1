#pragma once

#include "jobs/crawling.h"

#include <QWidget>

#include <stop_token>

class CrawlRunner;
class GalleryPreview;
class InlineMessage;
class ProviderPicker;
class QAction;
class QBoxLayout;
class QLineEdit;
class Settings;

/// Chooses a gallery (by provider, address or file), says what a crawl of it would be, and starts it.
class GalleryPage : public QWidget
{
    Q_OBJECT

public:
    GalleryPage(const Services &services, Settings &settings, CrawlRunner &runner, QWidget *parent = nullptr);
    ~GalleryPage() override;

    /// For the menus.
    QList<QAction *> crawlActions() const { return {m_crawl, m_onlyList}; }
    QList<QAction *> fileActions() const { return {m_openList, m_openAddress, m_openSample}; }

public slots:
    /// Asks for the providers, if that was not done yet, and counts anew.
    void refresh();
    /// An address, a file's path, or "sample".
    void find(const QString &text);
    void choose(const Gallery &gallery);

signals:
    void sampleWanted();
    void failed(const Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    QWidget *makeAddressBar();
    QWidget *makeContent();
    void arrange();
    void watch();
    std::stop_token ask();
    void chooseFile();
    void askHowMuch();
    void showPreview(const Result<crawling::Preview> &preview);
    void showTerms();
    void start(const crawling::Options &options);
    void updateActions();

    Services m_services;
    Settings &m_settings;
    CrawlRunner &m_runner;
    QAction *m_crawl = nullptr;
    QAction *m_onlyList = nullptr;
    QAction *m_openList = nullptr;
    QAction *m_openAddress = nullptr;
    QAction *m_openSample = nullptr;
    QAction *m_again = nullptr;
    QAction *m_understood = nullptr;
    QLineEdit *m_address;
    InlineMessage *m_addressMessage;
    InlineMessage *m_terms;
    ProviderPicker *m_picker;
    GalleryPreview *m_preview = nullptr;
    QBoxLayout *m_bar = nullptr;
    QBoxLayout *m_columns = nullptr;
    Gallery m_gallery; // chosen; without a source if none is
    bool m_isPreviewed = false;
    bool m_isOutdated = false; // a crawl ended since: what is here has changed
    std::stop_source m_stop; // of the question on its way
};
