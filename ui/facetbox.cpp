#include "facetbox.h"

#include "wording.h"

using namespace Qt::Literals;

FacetBox::FacetBox(const QString &name, const QString &title, QWidget *parent)
    : QComboBox(parent)
    , m_title(title)
{
    setObjectName(name);
    setAccessibleName(title);
    setToolTip(title);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    addItem(tr("%1: all").arg(title));
    hide();
    connect(this, &QComboBox::currentIndexChanged, this, &FacetBox::chosen);
}

void FacetBox::setChoices(const QList<Choice> &choices)
{
    const QSignalBlocker quiet(this);
    const QVariant before = value();
    const QString name = currentText();
    while (count() > 1)
        removeItem(1);
    for (const Choice &choice : choices) {
        addItem(tr("%1 (%2)").arg(choice.text, wording::number(choice.titles)), choice.value);
        setItemData(count() - 1, choice.text, Qt::ToolTipRole);
    }
    int place = before.isValid() ? findData(before) : 0;
    if (place < 0) { // nothing is left of it, and still it is what was chosen
        addItem(name, before);
        place = count() - 1;
    }
    setCurrentIndex(place);
    setVisible(before.isValid() || choices.size() > 1);
}

void FacetBox::clear()
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(0);
}
