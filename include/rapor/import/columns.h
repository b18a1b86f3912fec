/* columns.h - the columns of a sheet of levels besides those of the indicators.  One table, by
 * which export writes them, import knows them, and evaluation.xml gets what they hold. */
#ifndef RAPOR_IMPORT_COLUMNS_H
#define RAPOR_IMPORT_COLUMNS_H

/* What a column can hold besides the level of an indicator. */
enum head_mark {
    MARK_CODE,
    MARK_NAME,
    MARK_GROUP,
    MARK_REGION_CODE,
    MARK_REGION,
    MARK_PARENT,
    MARK_ADDRESSEE,
    MARK_SEAT,
    MARK_MAIL,
    MARK_REASON,
    MARK_PUBLISHED_INDEX,
    MARK_PUBLISHED_GRADE,
    MARK_IDENTITIES, /* so many say whose the levels are */
    MARK_INDICATOR =
        MARK_IDENTITIES, /* of tables with one level a row: which; and the level itself */
    MARK_LEVEL,
    MARK_STAGE,  /* whose levels the row has */
    MARK_NUMBER, /* a running number, or that of an indicator */
    MARK_COUNT
};

/* What may stand in a cell. */
enum ledger_content {
    CONTENT_CODE,
    CONTENT_TEXT,  /* in one line */
    CONTENT_PROSE, /* in any number of lines */
    CONTENT_NAME,  /* of an institution or a person: never a number */
    CONTENT_LONG,  /* digits that are no number: a NIP */
    CONTENT_GROUP, /* by its word or its name */
    CONTENT_GRADE,
    CONTENT_INDEX,
    CONTENT_LEVEL,
    CONTENT_DATE,
    CONTENT_YEAR,
    CONTENT_WORD, /* one of the words of the column */
    CONTENT_STAGE,
    CONTENT_INDICATOR, /* by its number or its name */
    CONTENT_NUMBER,    /* of its like, from 1 */
};

struct head_column {
    const char *key;   /* for programs: "region-code"; NULL of what export does not write */
    const char *title; /* for people: "Kode Provinsi" */
    const char *names; /* other names, as plain_key() gives them, separated by "|" */
    enum ledger_content content;
    const char *element, *attribute; /* that it fills in evaluation.xml; NULL: none by itself */
    const char *beside, *as;         /* an attribute that goes before it, and its value; or NULL */
};

extern const struct head_column head_columns[MARK_COUNT];

#endif
