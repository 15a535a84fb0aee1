#pragma once

#include "wiki/wikitextshow.h"

namespace wikitext {

/// Shows what a template would show. One that is not known shows nothing.
void show(Show &show, const Call &call);

/// The handlers of four families; false if the template is none of theirs.
bool showSign(Show &show, const Call &call); ///< {{ndash}}, {{'s}}, {{circa|1990}}
bool showDate(Show &show,
              const Call &call); ///< {{Film date|2013|9|2|London}}, {{Start date|2013|9|2}}, {{Duration|h=1}}
bool showMoney(Show &show, const Call &call); ///< {{INR|50}}, {{US$|90 million}}, {{Currency|50|EUR}}
bool showSum(Show &show, const Call &call); ///< {{#expr:123+13.3 round 0}}

}
