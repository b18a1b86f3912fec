/* evaluation.h - what was answered: the institutions and their levels, as read
 * from evaluation.xml (doc/formats.md, layouts/schema/evaluation.rng). */
#ifndef RAPOR_READ_EVALUATION_H
#define RAPOR_READ_EVALUATION_H

#include "rapor/read/instrument.h"
#include "rapor/read/papers.h"
#include "rapor/read/records.h"

#include <glib.h>
#include <stdint.h>

#define EVALUATION_NAMESPACE "urn:rapor:evaluation:1"

#define LEVEL_NONE (-1) /* no level was given */
#define INDEX_NONE INT64_MIN

/* Texts are NULL where they were not given; dates are "2021-12-31". */
struct region {
    const char *code, *name;
};

/* What was published elsewhere; indices in hundredths, INDEX_NONE where absent. */
struct published {
    int64_t index;
    const char *grade;
    int64_t *domains, *aspects; /* one for each of the instrument's */
};

struct history {
    const char *year, *instrument, *grade;
    int64_t index; /* hundredths */
};

struct institution {
    const char *code, *name, *addressee, *seat;
    size_t group;           /* index in the instrument */
    size_t region;          /* index in the evaluation, or NONE */
    const char *parent;     /* code of the institution it belongs to, or NULL */
    bool assessed;          /* false: status="not-assessed" */
    const char *reason;     /* why not */
    const char *salutation; /* "Bapak", where it is not that of the group */
    const char *mail;       /* where its pack is sent; in no paper and no results */
    int32_t *levels,
        *self;     /* one for each indicator, in steps of 1/level_scale; NULL: none given */
    bool *pending; /* one for each: its level stands in for an index that is missing; NULL: none */
    struct published *published; /* NULL: none given */
    struct history *history;     /* oldest first */
    size_t history_count;
    struct records *records; /* NULL: nothing but levels */
};

struct evaluation {
    const struct instrument *instrument;
    const char *year, *kind; /* kind: evaluasi or pemantauan */
    const char *sample;      /* yes: the figures are invented */
    const char *registry;    /* file of the register, as it is named; or NULL */
    const char *digest;      /* SHA-256 of the file, in hexadecimal */
    struct issuer issuer;
    struct decree decree;
    struct letter letter;
    struct press_office press;
    struct team team;         /* without members: none was given */
    struct ceremony ceremony; /* without a date: none was given */
    struct period *schedule;  /* in the order of the file */
    struct signatory *signatories;
    struct citation *citations;
    struct statement *corrections;
    struct region *regions;
    struct institution *institutions; /* in the order of the file */
    size_t signatory_count, citation_count, correction_count, region_count, institution_count,
        period_count;
    /* Averages published elsewhere: of all institutions, NULL where not given; and one
     * for each of the instrument's groups, NULL where not given, NULL without any. */
    struct published *published_all, **published_groups;
};

/* How the reader finds the instrument that the file names. */
struct instrument_source {
    const char *layouts;           /* folders of layouts: search_path.h */
    struct instrument *instrument; /* what was opened; the caller closes it */
    bool partial; /* an institution whose levels are not all there is not assessed as yet */
};

/* Reads and checks the file at PATH ("-": standard input), streaming.  What it
 * returns is whole; no later stage checks it again.  Returns NULL where
 * DIAGNOSTICS got an error or the file cannot be read (ERROR is set then). */
struct evaluation *evaluation_read(const char *path, struct instrument_source *from,
                                   struct diagnostics *diagnostics, struct arena *arena,
                                   GError **error);

/* The same for what is not in a file. */
struct evaluation *evaluation_read_text(const GString *text, struct instrument_source *from,
                                        struct diagnostics *diagnostics, struct arena *arena,
                                        GError **error);

/* The most bytes an evaluation may have. */
size_t evaluation_limit(void);

/* Adds what an evaluation may hold as a schema in RelaxNG: evaluation.rng. */
void evaluation_schema(GString *out);

/* Validates the file against the RelaxNG schema at SCHEMA as well. */
bool evaluation_validate(const char *path, const char *schema, struct diagnostics *diagnostics,
                         GError **error);

#endif
