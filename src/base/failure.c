#include "rapor/base/failure.h"

#include "rapor/base/language.h"

#include <stdarg.h>

/* What a failure holds besides its message. */
typedef struct {
    char *text;
    size_t room;
} RaporFailurePrivate;

static void rapor_failure_private_init(RaporFailurePrivate *about)
{
    *about = (RaporFailurePrivate){NULL, SIZE_MAX};
}

static void rapor_failure_private_copy(const RaporFailurePrivate *from, RaporFailurePrivate *to)
{
    *to = (RaporFailurePrivate){g_strdup(from->text), from->room};
}

static void rapor_failure_private_clear(RaporFailurePrivate *about)
{
    g_free(about->text);
}

G_DEFINE_EXTENDED_ERROR(RaporFailure, rapor_failure)

void failure_note_text(GError *error, const char *text, size_t room)
{
    RaporFailurePrivate *about = rapor_failure_get_private(error);
    g_free(about->text);
    *about = (RaporFailurePrivate){g_strdup(text), room};
}

const char *failure_text(const GError *error, size_t *room)
{
    if (!error || error->domain != RAPOR_FAILURE)
        return NULL;
    const RaporFailurePrivate *about = rapor_failure_get_private(error);
    *room = about->room;
    return about->text;
}

gboolean fail(GError **error, enum failure code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_propagate_error(error, g_error_new_valist(RAPOR_FAILURE, (gint)code, _(format), args));
    va_end(args);
    return FALSE;
}
