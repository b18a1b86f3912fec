/* The record of a file, or of an entry of an archive. */
#include "rapor/pack/manifest.h"

char *record_title(const char *file, const char *entry)
{
    return g_strjoin("\t", file, entry, NULL);
}
