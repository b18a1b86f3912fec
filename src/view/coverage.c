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

bool coverage_has(const struct coverage *coverage, const struct evaluation *evaluation,
                  size_t institution)
{
    const struct institution *one = &evaluation->institutions[institution];
    switch (coverage->per) {
    case PER_NATION:
        return true;
    case PER_REGION:
        return one->region == coverage->region;
    case PER_PARENT:
        return institution == coverage->parent ||
               g_strcmp0(one->parent, evaluation->institutions[coverage->parent].code) == 0;
    case PER_INSTITUTION: /* the one that it is made for, which it does not know */
        break;
    }
    return false;
}
