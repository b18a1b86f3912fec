/* packing.h - tests of archives: small packs in a folder of their own. */
#ifndef TEST_PACKING_H
#define TEST_PACKING_H

#include "rapor/pack/pack.h"
#include "tools.h"

#include <time.h>

#define DATE 1640908800 /* 2021-12-31 */

static inline void add(struct pack *pack, const char *name, const char *text)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
    pack_add(pack, name, bytes, NULL);
}

static inline bool finish(struct pack *pack, GError **error)
{
    struct packed whole;
    bool finished = pack_finish(pack, &whole, error);
    g_free(whole.digest);
    return finished;
}

static inline char *new_folder(void)
{
    return g_dir_make_tmp("rapor-pack-XXXXXX", NULL);
}

static inline void remove_folder(char *folder)
{
    g_free(ask("rm -r '%s'", folder));
    g_free(folder);
}

static inline char *long_text(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append(text, "nilai ");
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static inline struct pack *sample_pack(const char *path, time_t date, bool loose)
{
    g_autofree char *text = long_text();
    struct pack *pack = pack_create(path, date, loose);
    add(pack, "13.01-kota/surat.pdf", text);
    add(pack, "13.01-kota/hasil.xml", text);
    add(pack, "rekap.pdf", "");
    return pack;
}
#endif
