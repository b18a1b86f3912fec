#include "rapor/base/texts.h"

#include <string.h>

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void texts_sort(GPtrArray *texts)
{
    g_ptr_array_sort(texts, by_bytes);
}
