#include "workbook.h"

#include "rapor/assess/ranking.h"
#include "rapor/pack/table_format.h"

static void fill(struct workbook *workbook, const void *data)
{
    const struct leaf leaf = workbook_sheet(workbook, "Peringkat");
    leaf_table(&leaf, data);
}

static bool write_xlsx(const struct ranking *ranking, time_t date, GByteArray *out, GError **error)
{
    const struct workbook_plan plan = {ranking->title, date, fill, ranking, NULL};
    return workbook_write(&plan, out, error);
}

const struct table_format table_xlsx = {
    .name = "xlsx",
    .about = "a workbook",
    .write = write_xlsx,
};
