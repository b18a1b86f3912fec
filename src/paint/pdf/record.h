/* record.h - what a paper says about itself beside its pages: metadata, outline,
 * links, attachments. */
#ifndef PAINT_PDF_RECORD_H
#define PAINT_PDF_RECORD_H

#include "../draw.h"
#include "structure.h"

/* The file's information dictionary and its XMP, which agree. */
unsigned record_info(const struct doc *doc, struct pdf_file *file);
unsigned record_metadata(const struct doc *doc, struct pdf_file *file);

/* Appends the document's date as PDF has it: "(D:20211231000000Z)". */
void record_date(const struct doc *doc, struct bytes *out);

/* Appends the document's language as PDF wants it: "id-ID". */
void record_language(const struct doc *doc, struct bytes *out);

/* The outline: its object, or 0 where no bookmark leads to a painted page. */
unsigned record_outline(const struct pages *pages, const struct sheets *sheets,
                        struct pdf_file *file);

/* Notes the links of a page, which is painted as number PAGE. */
void record_place_links(const struct page *page, uint32_t number, struct structure *structure,
                        struct pdf_file *file);
void record_links(const struct structure *structure, const struct sheets *sheets,
                  struct pdf_file *file);

/* Notes the fields for signatures of the painted pages. */
void record_place_fields(const struct pages *pages, const struct extent *extent,
                         struct structure *structure, struct pdf_file *file);

/* Writes the fields, and appends what the catalog says of them. */
void record_fields(const struct structure *structure, const struct sheets *sheets,
                   struct pdf_file *file, struct bytes *catalog);

/* The largest attachment, compressed: the papers of one institution have it in common. */
struct kept_record {
    struct bytes plain, deflated;
};

/* Writes the attachments and appends what the catalog says of them. */
void record_attachments(const struct pages *pages, struct kept_record *kept, struct pdf_file *file,
                        struct bytes *catalog);

#endif
