/* xlsx_parts.h - a workbook (ECMA-376) while it is read. */
#ifndef IMPORT_FILE_XLSX_PARTS_H
#define IMPORT_FILE_XLSX_PARTS_H

#include "parcel.h"
#include "reading.h"

/* How numbers of a style are shown. */
struct number_style {
    bool date;
    signed char decimals; /* -1: as many as there are */
};

struct xlsx_workbook {
    struct grids *grids;
    struct parcel *parcel;
    GPtrArray *strings; /* shared; the texts are the arena's */
    GArray *styles;     /* struct number_style, by the number in s= */
    bool from_1904;
};

/* Reads the styles in PART. */
bool xlsx_styles(struct xlsx_workbook *book, const char *part, GError **error);

/* Adds the sheet NAME in PART. */
bool xlsx_sheet(struct xlsx_workbook *book, const char *name, const char *part, GError **error);

/* A text, which may stand in several elements <t>, while it is read. */
struct xlsx_listener {
    GString *text;
    bool listening;    /* inside an element whose text counts */
    unsigned phonetic; /* inside those that say how to pronounce others */
};

/* Listens to <t>, and to the element MORE if it is not NULL. */
void listen(struct xlsx_listener *listener, xmlTextReader *reader, const char *more);

/* Returns the text without the escapes _xHHHH_ for characters that XML cannot hold. */
const char *xlsx_unescaped(const char *text, struct arena *arena);

#endif
