#include "export/filetext.h"

using namespace Qt::Literals;

namespace {

constexpr qint64 Piece = qint64(256) * 1024;

}

FileText::FileText(const QString &path)
    : m_file(path)
{
}

Result<> FileText::open()
{
    if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    return fail(Error::Kind::Missing, u"%1 cannot be read: %2."_s.arg(m_file.fileName(), m_file.errorString()));
}

Result<bool> FileText::more()
{
    m_text.erase(0, m_at);
    m_at = 0;
    const size_t before = m_text.size();
    m_text.resize(before + size_t(Piece));
    const qint64 read = m_file.read(m_text.data() + before, Piece);
    m_text.resize(before + size_t(std::max<qint64>(read, 0)));
    if (read < 0)
        return fail(Error::Kind::Storage, u"%1 cannot be read: %2."_s.arg(m_file.fileName(), m_file.errorString()));
    m_hash.add(std::string_view(m_text).substr(before));
    return read > 0;
}
