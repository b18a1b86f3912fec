#include "builder.h"

struct coverage coverage_of(const struct standings *standings, enum per per, size_t subject)
{
    struct coverage coverage = {per, NONE, NONE, NONE, NONE};
    switch (per) {
    case PER_NATION:
        break;
    case PER_REGION:
        coverage.region = subject;
        break;
    case PER_PARENT:
        coverage.parent = subject;
        break;
    case PER_INSTITUTION:
        coverage.group = standings->evaluation->institutions[subject].group;
        coverage.region = standings->evaluation->institutions[subject].region;
        coverage.parent = standings->units_of[subject];
        coverage.units = standings_parent(standings, subject) != NONE ? subject : NONE;
        break;
    }
    return coverage;
}

bool coverage_same(const struct coverage *one, const struct coverage *other)
{
    return one->per == other->per && one->group == other->group && one->region == other->region &&
           one->parent == other->parent && one->units == other->units;
}

bool coverage_has(const struct coverage *coverage, const struct standings *standings,
                  size_t institution)
{
    switch (coverage->per) {
    case PER_NATION:
        return true;
    case PER_REGION:
        return standings->evaluation->institutions[institution].region == coverage->region;
    case PER_PARENT:
        return institution == coverage->parent ||
               standings->units_of[institution] == coverage->parent;
    case PER_INSTITUTION: /* the one that it is made for, which it does not know */
        break;
    }
    return false;
}
