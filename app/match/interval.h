#pragma once

/// Where a share lies that was seen in a sample. Pure.
namespace interval {

struct Interval
{
    double low = 0;
    double high = 1;
};

/// Of `hits` in `tries`, with 95 % confidence (Wilson, J. Am. Stat. Assoc. 22, 1927, p. 209); 0 to 1 without any.
Interval wilson(int hits, int tries);

}
