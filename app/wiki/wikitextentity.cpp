#include "wiki/wikitextentity.h"

#include <QHash>

using namespace Qt::Literals;

namespace {

constexpr qsizetype Longest = 12;

/// The names that articles use: https://html.spec.whatwg.org/multipage/named-characters.html
const QHash<QString, char16_t> &named()
{
    static const QHash<QString, char16_t> names{
        {u"nbsp"_s, u' '},   {u"ensp"_s, u' '},   {u"emsp"_s, u' '},   {u"thinsp"_s, u' '}, {u"hairsp"_s, u' '},
        {u"amp"_s, u'&'},    {u"lt"_s, u'<'},     {u"gt"_s, u'>'},     {u"quot"_s, u'"'},   {u"apos"_s, u'\''},
        {u"ndash"_s, u'–'},  {u"mdash"_s, u'—'},  {u"minus"_s, u'−'},  {u"middot"_s, u'·'}, {u"bull"_s, u'•'},
        {u"hellip"_s, u'…'}, {u"lsquo"_s, u'‘'},  {u"rsquo"_s, u'’'},  {u"ldquo"_s, u'“'},  {u"rdquo"_s, u'”'},
        {u"laquo"_s, u'«'},  {u"raquo"_s, u'»'},  {u"times"_s, u'×'},  {u"frac12"_s, u'½'}, {u"frac14"_s, u'¼'},
        {u"frac34"_s, u'¾'}, {u"deg"_s, u'°'},    {u"prime"_s, u'′'},  {u"Prime"_s, u'″'},  {u"copy"_s, u'©'},
        {u"reg"_s, u'®'},    {u"trade"_s, u'™'},  {u"pound"_s, u'£'},  {u"euro"_s, u'€'},   {u"yen"_s, u'¥'},
        {u"cent"_s, u'¢'},   {u"sect"_s, u'§'},   {u"dagger"_s, u'†'}, {u"Dagger"_s, u'‡'}, {u"eacute"_s, u'é'},
        {u"Eacute"_s, u'É'}, {u"egrave"_s, u'è'}, {u"ecirc"_s, u'ê'},  {u"euml"_s, u'ë'},   {u"aacute"_s, u'á'},
        {u"Aacute"_s, u'Á'}, {u"agrave"_s, u'à'}, {u"acirc"_s, u'â'},  {u"auml"_s, u'ä'},   {u"Auml"_s, u'Ä'},
        {u"aring"_s, u'å'},  {u"Aring"_s, u'Å'},  {u"aelig"_s, u'æ'},  {u"ccedil"_s, u'ç'}, {u"iacute"_s, u'í'},
        {u"icirc"_s, u'î'},  {u"iuml"_s, u'ï'},   {u"ntilde"_s, u'ñ'}, {u"oacute"_s, u'ó'}, {u"ograve"_s, u'ò'},
        {u"ocirc"_s, u'ô'},  {u"ouml"_s, u'ö'},   {u"Ouml"_s, u'Ö'},   {u"oslash"_s, u'ø'}, {u"Oslash"_s, u'Ø'},
        {u"szlig"_s, u'ß'},  {u"uacute"_s, u'ú'}, {u"ucirc"_s, u'û'},  {u"uuml"_s, u'ü'},   {u"Uuml"_s, u'Ü'},
        {u"shy"_s, u'\0'},   {u"zwnj"_s, u'\0'},  {u"zwj"_s, u'\0'},   {u"lrm"_s, u'\0'},   {u"rlm"_s, u'\0'},
        {u"lsqb"_s, u'['},   {u"rsqb"_s, u']'},   {u"lbrack"_s, u'['}, {u"rbrack"_s, u']'}, {u"vert"_s, u'|'},
    };
    return names;
}

QString numbered(QStringView digits)
{
    bool ok = false;
    const bool hex = digits.startsWith(u'x') || digits.startsWith(u'X');
    const uint code = hex ? digits.sliced(1).toUInt(&ok, 16) : digits.toUInt(&ok);
    if (!ok || code < 32 || code > QChar::LastValidCodePoint || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    return code == 160 ? u" "_s : QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
}

}

wikitext::Entity wikitext::entityAt(QStringView text)
{
    const qsizetype end = text.first(std::min(Longest, text.size())).indexOf(u';');
    if (!text.startsWith(u'&') || end < 2)
        return {};
    const QStringView name = text.sliced(1, end - 1);
    if (name.startsWith(u'#'))
        return {.text = numbered(name.sliced(1)), .size = end + 1};
    const auto found = named().constFind(name.toString());
    if (found == named().cend())
        return {};
    return {.text = *found ? QString(QChar(*found)) : QString(), .size = end + 1};
}
