/* content.h - the content of a page, followed operator by operator. */
#ifndef VERIFY_CONTENT_CONTENT_H
#define VERIFY_CONTENT_CONTENT_H

#include "../fonts/typeface.h"
#include "lexer.h"
#include "marks.h"
#include "operators.h"
#include "state.h"

#define FORM_DEPTH_MAX  40
#define STATE_DEPTH_MAX 28 /* ISO 19005-3, 6.1.13 */

/* A marked sequence that is open. */
struct open_mark {
    bool artifact, replaced;   /* itself, or one around it */
    struct content_mark *mark; /* or NULL; the innermost around it */
};

/* One content stream while it is followed. */
struct page_content {
    struct pdf *pdf;
    qpdf_oh resources;
    unsigned owner;  /* object number of the page or form */
    unsigned object; /* for diagnostics */
    unsigned depth;  /* of forms within forms */
    struct lexer lexer;
    GArray *operands; /* of struct pdf_token */
    struct graphics_state state;
    GArray *states;          /* of struct graphics_state */
    GArray *open;            /* of struct open_mark */
    struct open_mark around; /* what a form stands in */
    bool in_text;
    const struct operator* operator;  /* at hand */
    double glyph_width;               /* that the font says of a glyph which is content */
    const struct page_content *outer; /* or NULL */
};

/* Follows BYTES. */
void content_follow(struct page_content *content, GBytes *bytes);

/* Parts of it. */
void content_mark_begin(struct page_content *content);
void content_mark_end(struct page_content *content);
struct open_mark content_mark_now(const struct page_content *content);
void content_painted(struct page_content *content);
void content_inked(struct page_content *content, enum paint_side side);
void content_path(struct page_content *content);
void content_inline_image(struct page_content *content);
void content_written(struct page_content *content);
void content_show(struct page_content *content);
void content_font(struct page_content *content);
void content_object(struct page_content *content);
void content_form(struct page_content *content, qpdf_oh form);
void content_color(struct page_content *content, enum act act);
void content_state(struct page_content *content);

/* The NUMBERth operand as a name with a slash, in the arena; "" where it is none. */
const char *content_operand(const struct page_content *content, guint number);

/* The resource NAME of CATEGORY ("/Font"); said where there is none. */
qpdf_oh content_resource(struct page_content *content, const char *category, const char *name);

#endif
