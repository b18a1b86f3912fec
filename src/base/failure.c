#include "rapor/base/failure.h"

#include "rapor/base/language.h"

#include <stdarg.h>

GQuark rapor_failure_quark(void)
{
    return g_quark_from_static_string("rapor-failure");
}

gboolean fail(GError **error, enum failure code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_propagate_error(error, g_error_new_valist(RAPOR_FAILURE, (gint)code, _(format), args));
    va_end(args);
    return FALSE;
}
