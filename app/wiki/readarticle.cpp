#include "wiki/rawarticle.h"
#include "wiki/wikitext.h"

Article wikipedia::read(const RawArticle &raw)
{
    Article article{.page = raw.page,
                    .title = raw.title,
                    .url = pageOf(raw.title),
                    .revision = raw.revision,
                    .timestamp = raw.timestamp};
    wikitext::read(article, raw.wikitext);
    return article;
}
