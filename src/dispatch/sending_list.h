/* sending_list.h - who gets which pack, as a table. */
#ifndef DISPATCH_SENDING_LIST_H
#define DISPATCH_SENDING_LIST_H

#include "sending.h"

/* Writes daftar-kirim.csv, as Excel in Indonesia wants it, and daftar-kirim-polos.csv for
 * programs. */
bool sending_list_write(struct dispatch *dispatch, GError **error);

/* Writes a file into the folder of packs, and notes it. */
bool dispatch_add(struct dispatch *dispatch, const char *file, const GByteArray *bytes,
                  GError **error);

#endif
