#include "notesmodel.h"

#include "icons.h"
#include "wording.h"

using namespace Qt::Literals;

void NotesModel::setNotes(QList<Note> notes)
{
    std::ranges::stable_sort(notes, std::ranges::greater(), &Note::at);
    notes.resize(std::min<qsizetype>(notes.size(), Limit));
    beginResetModel();
    m_notes = std::move(notes);
    endResetModel();
}

void NotesModel::add(const Note &note)
{
    if (m_notes.size() == Limit) {
        beginRemoveRows({}, Limit - 1, Limit - 1);
        m_notes.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_notes.prepend(note);
    endInsertRows();
}

int NotesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notes.size());
}

int NotesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NotesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Note &note = m_notes[index.row()];
    if (role == Qt::DecorationRole && index.column() == Subject)
        return icons::named(u"dialog-warning"_s);
    if (role == Qt::ToolTipRole)
        return note.error.detail.isEmpty() ? note.error.message : note.error.message + u'\n' + note.error.detail;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case At:
        return wording::moment(note.at);
    case Subject:
        return note.subject;
    case Reason:
        return note.error.message;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant NotesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case At:
        return tr("When");
    case Subject:
        return tr("Title");
    case Reason:
        return tr("Reason");
    case ColumnCount:
        break;
    }
    return {};
}
