/* unpack.h - what packs ask of archives that were made before. */
#ifndef PACK_ZIP_UNPACK_H
#define PACK_ZIP_UNPACK_H

#include "rapor/pack/unpack.h"

#include <zip.h>

struct unpack {
    zip_t *zip;
};

/* Returns the bytes of an entry that unpack_find() has found, not unpacked; or NULL. */
GBytes *unpack_bytes(const struct packed *entry);

#endif
