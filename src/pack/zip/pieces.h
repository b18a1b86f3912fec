/* pieces.h - the pieces of a long text, as they stand in an archive that was made before. */
#ifndef PACK_ZIP_PIECES_H
#define PACK_ZIP_PIECES_H

#include <glib.h>

struct packed;
struct zip_pieces;

/* Begins with the first of LIKE, which unpack_find() has found and whose archive stays open. */
struct zip_pieces *pieces_open(const struct packed *like);
void pieces_close(struct zip_pieces *pieces); /* NULL is welcome */

/* Returns the next piece, owned by PIECES until the one after it is asked for, with room behind it
 * (deflate.h); NULL where there is none.  A piece that happens to hold what pieces end with comes
 * as two. */
GByteArray *pieces_next(struct zip_pieces *pieces);

#endif
