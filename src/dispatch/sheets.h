/* sheets.h - papers that go with sending: letters, receipts, labels; what the
 * instrument marks with asked="dispatch". */
#ifndef DISPATCH_SHEETS_H
#define DISPATCH_SHEETS_H

#include "sending.h"

/* Opens the layouts of all of them. */
bool sheets_open(struct session *session, GError **error);

/* Writes those that are made once and those of each region beside the packs; the sendings of
 * regions get theirs. */
bool sheets_write(struct dispatch *dispatch, GError **error);

#endif
