/* writer.h - the rows of a sheet become the elements of evaluation.xml. */
#ifndef IMPORT_WRITER_H
#define IMPORT_WRITER_H

#include "head.h"
#include "script.h"

struct diagnostic;
struct diagnostics;

struct writer {
    const struct grids *grids;
    const struct instrument *instrument;
    const struct head *head;
    struct diagnostics *diagnostics;
    struct script *script;
};

/* Returns the sheet Identitas, or NULL; and what it says of an attribute, or NULL. */
const struct grid *identity_of(const struct grids *grids);
const char *identity_value(const struct grid *identity, const char *part, const char *attribute);
struct origin identity_origin(const struct grid *identity, const char *part, const char *attribute);

/* Writes what Identitas says of issuer, decree, letter, signatories and regions.
 * Adds the codes of the regions to KNOWN. */
void write_identity(const struct writer *writer, const struct grid *identity, GHashTable *known);

/* Writes the regions that the rows name and that are not KNOWN; the institutions. */
void write_regions(const struct writer *writer, GHashTable *known);
void write_institutions(const struct writer *writer);

/* Returns the trait that the attribute of an institution comes from, or TRAIT_COUNT;
 * the cell that has it, else that has the code. */
enum trait trait_written_as(const char *attribute);
struct origin trait_origin(const struct writer *writer, size_t row, enum trait trait);

/* Adds a diagnostic about a cell. */
void note_cell(const struct writer *writer, struct origin origin, const struct diagnostic *about);

#endif
