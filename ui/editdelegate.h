#pragma once

#include "editplace.h"
#include "linksdelegate.h"
#include "store/editing.h"

#include <functional>

class EditInput;
class EditSession;

/// Cells of a grid that can be written in: an editor by type, and what is not saved shown as it would be, marked.
class EditDelegate : public LinksDelegate
{
    Q_OBJECT

public:
    using PlaceOf = std::function<std::optional<EditPlace>(const QModelIndex &)>;

    EditDelegate(EditSession &session, PlaceOf placeOf, QObject *parent = nullptr);

    /// Whether a person may write there.
    bool isEditable(const QModelIndex &index) const;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    table::Links linksOf(const QModelIndex &index) const override;

private:
    void finish(EditInput *editor);
    void showNew(QStyleOptionViewItem &option, const EditPlace &place) const;
    void showChanged(QStyleOptionViewItem &option, const EditPlace &place, const editing::Change &cell) const;
    void create(const EditPlace &place, const QString &name) const;

    EditSession &m_session;
    PlaceOf m_placeOf;
};
