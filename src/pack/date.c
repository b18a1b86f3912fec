#include "rapor/pack/pack.h"
#include "rapor/read/evaluation.h"

time_t pack_date(const struct evaluation *evaluation)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    if (epoch && *epoch)
        return (time_t)g_ascii_strtoll(epoch, NULL, 10);
    if (!evaluation->decree.date)
        return 0;
    g_autofree char *noon = g_strdup_printf("%sT12:00:00Z", evaluation->decree.date);
    g_autoptr(GDateTime) date = g_date_time_new_from_iso8601(noon, NULL);
    return date ? (time_t)g_date_time_to_unix(date) : 0;
}
