/* unpack.h - what packs ask of archives that were made before. */
#ifndef PACK_ZIP_UNPACK_H
#define PACK_ZIP_UNPACK_H

#include "rapor/pack/unpack.h"

#include <zip.h>

struct unpack {
    zip_t *zip;
    int file; /* the same archive */
    uint64_t
        *places; /* of its entries, where their bytes begin, 0: nobody knows; NULL: not asked yet */
};

#endif
