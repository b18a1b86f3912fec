/* sheets.h - how the painted pages are told of in the file. */
#ifndef PAINT_PDF_SHEETS_H
#define PAINT_PDF_SHEETS_H

#include "rapor/type/pages.h"

/* How the painted pages are told of in the file. */
struct sheets {
    unsigned first;      /* object of the first page; content follows, then the next */
    size_t start, count; /* index of the first page painted, and how many */
    const struct page *pages;
    const unsigned *signed_only; /* by page: object of what it shows once signed; 0: nothing */
};

static inline unsigned sheet_object(const struct sheets *sheets, size_t page)
{
    return sheets->first + 2 * (unsigned)page;
}

#endif
