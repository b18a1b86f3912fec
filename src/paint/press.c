#include "press.h"

#include "images.h"
#include "pdf/archive.h"

#include "rapor/paint/paint.h"

#include <glib.h>

struct press *press_create(void)
{
    struct press *press = g_new0(struct press, 1);
    press->images = images_create();
    return press;
}

void press_destroy(struct press *press)
{
    if (!press)
        return;
    archive_destroy(press->archive);
    images_destroy(press->images);
    canvas_clear(&press->canvas);
    g_free(press);
}

bool press_check_picture(struct press *press, const char *path, GError **error)
{
    return images_check(press->images, path, error);
}
