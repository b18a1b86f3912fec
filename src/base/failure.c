#include "rapor/failure.h"

#include <stdarg.h>

G_DEFINE_QUARK(rapor - failure, rapor_failure)

gboolean fail(GError **error, enum failure code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_propagate_error(error, g_error_new_valist(RAPOR_FAILURE, (gint)code, format, args));
    va_end(args);
    return FALSE;
}
