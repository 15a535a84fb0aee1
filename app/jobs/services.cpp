#include "jobs/services.h"

#include "data/gallery.h"

using namespace Qt::Literals;

Services servicesFor(const Gallery &gallery, const Services &services)
{
    if (gallery.source != "sample"_L1)
        return services;
    return {.http = services.sample, .sample = services.sample, .database = services.database, .origins = {}};
}
