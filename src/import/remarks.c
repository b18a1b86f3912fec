/* What was found, for those who list or mark it. */
#include "desk.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/import/import.h"

void desk_keep_remarks(const struct desk *desk, struct imported *imported)
{
    struct remark *remarks = ARENA_ARRAY(desk->arena, desk->findings->len, struct remark);
    for (guint i = 0; i < desk->findings->len; i++) {
        const struct import_finding *finding =
            &g_array_index(desk->findings, struct import_finding, i);
        remarks[i] = (struct remark){finding->severity,     finding->id,
                                     finding->text,         finding->hint ? _(finding->hint) : NULL,
                                     finding->origin.grid,  finding->origin.row,
                                     finding->origin.column};
    }
    imported->remarks = remarks;
    imported->remark_count = desk->findings->len;
}
