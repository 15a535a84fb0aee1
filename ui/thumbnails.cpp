#include "thumbnails.h"

#include "grid.h"
#include "posters.h"
#include "tablemodel.h"

#include <QScrollBar>

using namespace std::chrono_literals;

namespace {

constexpr int Lines = 4; ///< of text, as high as a row with its poster
constexpr auto Rest = 150ms;

}

Thumbnails::Thumbnails(Grid &grid, TableModel &model, Posters &posters)
    : QObject(&grid)
    , m_grid(grid)
    , m_model(model)
    , m_posters(posters)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(Rest);
    connect(&m_soon, &QTimer::timeout, this, &Thumbnails::want);
    const auto soon = qOverload<>(&QTimer::start);
    connect(grid.verticalScrollBar(), &QScrollBar::valueChanged, &m_soon, soon);
    connect(grid.verticalScrollBar(), &QScrollBar::rangeChanged, &m_soon, soon);
    connect(&model, &QAbstractItemModel::modelReset, &m_soon, soon);
    connect(&model, &QAbstractItemModel::dataChanged, &m_soon, soon);
    connect(&posters, &Posters::arrived, grid.viewport(), qOverload<>(&QWidget::update));
}

void Thumbnails::setShown(bool isShown)
{
    if (m_isShown == isShown)
        return;
    m_isShown = isShown;
    m_model.setPosters(isShown ? &m_posters : nullptr);
    m_grid.setRowLines(isShown ? Lines : Grid::PlainLines);
    const int height = m_grid.rowHeight() - 4;
    m_grid.setIconSize(isShown ? QSize(height * 2 / 3, height) : QSize());
    want();
}

void Thumbnails::want()
{
    QList<QUrl> urls;
    const int last = std::min(m_model.rowCount(), m_grid.firstRow() + m_grid.rowsSeen() + 1);
    for (int row = m_grid.firstRow(); m_isShown && row < last; ++row) {
        if (const QUrl url = m_model.posterOf(row); !url.isEmpty())
            urls.append(url);
    }
    m_posters.wantRows(urls);
}
