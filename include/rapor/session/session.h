/* session.h - the inputs of a run, opened: evaluation, standing, view, layouts, fonts.
 *
 * Every command begins with one.  Nothing is opened before it is asked for. */
#ifndef RAPOR_SESSION_SESSION_H
#define RAPOR_SESSION_SESSION_H

#include "rapor/read/evaluation.h"

#include <glib.h>

struct diagnostics;
struct doc;
struct fonts;
struct press;
struct chart_cache;
struct layout;
struct layout_store;
struct paper_register;
struct standings;
struct filled_texts;
struct view;

/* Where things are: options, else environment, else beside the program. */
struct places {
    const char *layouts; /* folders laid over one another, see search_path.h; RAPOR_LAYOUTS */
    const char *fonts;   /* fonts.xml; RAPOR_FONTS */
    const char *emblem;  /* SVG file; RAPOR_EMBLEM, else the placeholder of the layouts */
    bool partial;        /* institutions may wait for the rest of their levels: evaluation.h */
};

/* Fills what is NULL: from the environment; then, where the program runs from
 * a checkout (PROGRAM/../layouts), from there; else from PREFIX/share/rapor.
 * Layouts are laid over those of the program; where none are named, a folder
 * "layouts" in the current one is.  The texts are owned by ARENA. */
struct places places_find(struct places given, struct arena *arena);

/* True where layouts were FOUND in the current folder, which nobody has GIVEN. */
bool places_local(struct places given, const struct places *found);

/* True where the emblem is the program's own, which stands in for that of the office. */
bool places_placeholder(const struct places *found);

/* Papers that are printed one after the other, for the separator before them. */
struct heap {
    const char *title;        /* what they have in common: "Sumatera Barat" */
    const char *of;           /* what they are: "sertifikat" */
    const char *first, *last; /* whose */
    size_t count;
};

struct session {
    struct arena *arena;
    struct places places;
    struct diagnostics *diagnostics; /* of the caller */
    struct instrument_source from;
    struct evaluation *evaluation;
    struct standings *standings;
    GPtrArray *earlier;         /* struct instrument *, of the earlier years */
    GPtrArray *earlier_digests; /* of their evaluations */
    struct view *view;
    struct fonts *fonts;
    struct press *press;
    struct chart_cache *chart_cache; /* charts of the press kit; NULL: not asked for yet */
    void (*chart_cache_close)(struct chart_cache *chart_cache);
    struct vocabulary *vocabulary;
    const char *const *themes; /* of all layouts, ended by NULL; of the caller, or NULL */
    GString *results;          /* results.xml of the institution below, kept */
    size_t results_of;         /* an institution, or NONE for all */
    GString *own; /* what is about this institution alone, which its papers hold; or NULL */
    size_t own_of;
    struct layout_store *store;    /* of all layouts */
    struct layout **layouts;       /* one for each document of the instrument, NULL until opened */
    struct paper_register *papers; /* of the caller; NULL: there is no register */
    unsigned edition; /* that the next pages are of, if not the last of the register; or 0 */
    size_t missing;   /* files that could not be made, which papers of the nation tell; or 0 */
    bool over_stock;  /* pages go over sheets that have their frame already */
    const struct heap *heap;    /* that the next page stands before; or NULL */
    bool marked;                /* pages show what governs what: typeset_marked() */
    const char *input;          /* as the caller named it */
    struct filled_texts *texts; /* of the evaluation; NULL: not looked for yet */
    GPtrArray *files;           /* paths of what the layouts were read from, pictures included */
    size_t *file_ends;          /* how many of them there were after each layout */
};

/* Reads and assesses the evaluation at INPUT.  NULL where it cannot be read
 * (ERROR) or DIAGNOSTICS got an error (then ERROR says so, with FAILURE_DATA). */
struct session *session_open(const char *input, struct places places,
                             struct diagnostics *diagnostics, GError **error);

/* The same, compared with the evaluations of earlier years in HISTORY, files ended by
 * NULL (or NULL). */
struct session *session_open_years(const char *input, const char *const *history,
                                   struct places places, struct diagnostics *diagnostics,
                                   GError **error);
void session_close(struct session *session); /* NULL is welcome */

/* Opens the fonts, and the layouts of the documents whose kind is in KINDS
 * (ended by NULL; NULL: all).  All wrong layouts are reported together. */
bool session_open_layouts(struct session *session, const char *const *kinds, GError **error);

/* False where the emblem, or a picture of the layouts that are open, cannot be shown. */
bool session_check_pictures(struct session *session, GError **error);

/* Opens one more layout, with these THEMES; fonts must be open.  What is wrong with it
 * is in the diagnostics.  To be closed. */
struct layout *session_layout(struct session *session, const char *path, const char *const *themes,
                              GError **error);

/* Sets EARNED to whether that document is made for that subject: by its row in
 * the instrument, and by its layout where that is open. */
bool session_earns(const struct session *session, size_t document, size_t subject, bool *earned,
                   GError **error);

/* Composes and typesets one document of INSTRUMENT's list for the region or the
 * institution of that number (for a parent its number as an institution, NONE for
 * the nation); ARENA owns the pages.  The data that it shows is attached. */
struct pages *session_pages(struct session *session, size_t document, size_t subject,
                            struct arena *arena, GError **error);

#endif
