#pragma once

#include "titlefields.h"

namespace origin::justwatch {

const Type &nodeType(); ///< a movie or a show
const Type &contentType(); ///< what it is about
const Type &offerType();
const Type &packageType(); ///< a provider
const Type &genreType();
const Type &creditType();

}
