/* sheets.h - papers that go with sending: letters, receipts, labels. */
#ifndef DISPATCH_SHEETS_H
#define DISPATCH_SHEETS_H

#include "sending.h"

/* Writes those that are made once and those of each region beside the packs; the sendings of
 * regions get their letters. */
bool sheets_write(struct dispatch *dispatch, GError **error);

#endif
