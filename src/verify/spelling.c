/* Objects as they are written down: what stands between numbers, keywords and ends of lines, and
 * how strings are spelled.  ISO 19005-3, 6.1.6, 6.1.7.1, 6.1.9. */
#include "checks.h"

#include <string.h>

/* The bytes of the file while they are read. */
struct spelling {
    struct pdf *pdf;
    const unsigned char *at, *end;
    unsigned object; /* at hand */
};

static bool is_end_of_line(unsigned char c)
{
    return c == '\r' || c == '\n';
}

static bool is_space(unsigned char c)
{
    return c == ' ' || c == '\0' || c == '\t' || c == '\f' || is_end_of_line(c);
}

static bool is_regular(unsigned char c)
{
    return !is_space(c) && !strchr("()<>[]{}/%", c);
}

/* "(...)", brackets within it in pairs. */
static void skip_text(struct spelling *s)
{
    unsigned depth = 0;
    for (; s->at < s->end; s->at++) {
        if (*s->at == '\\')
            s->at++;
        else if (*s->at == '(')
            depth++;
        else if (*s->at == ')' && --depth == 0)
            break;
    }
    s->at += s->at < s->end;
}

static void skip_hex(struct spelling *s)
{
    size_t digits = 0;
    bool strange = false;
    for (s->at++; s->at < s->end && *s->at != '>'; s->at++) {
        digits += !is_space(*s->at);
        strange = strange || (!is_space(*s->at) && !g_ascii_isxdigit(*s->at));
    }
    if (strange)
        blame(s->pdf, RULE_SPELLING, s->object,
              "a hexadecimal string with something other than digits");
    else if (digits % 2 != 0)
        blame(s->pdf, RULE_SPELLING, s->object, "a hexadecimal string of an odd number of digits");
    s->at += s->at < s->end;
}

static void skip_comment(struct spelling *s)
{
    while (s->at < s->end && !is_end_of_line(*s->at))
        s->at++;
}

static void skip_name(struct spelling *s)
{
    for (s->at++; s->at < s->end && is_regular(*s->at); s->at++)
        continue;
}

/* Goes to the next keyword or number; false at the end. */
static bool next_word(struct spelling *s)
{
    while (s->at < s->end && !is_regular(*s->at)) {
        const bool twice = s->at + 1 < s->end && s->at[1] == *s->at;
        if (*s->at == '%')
            skip_comment(s);
        else if (*s->at == '/')
            skip_name(s);
        else if (*s->at == '(')
            skip_text(s);
        else if (*s->at == '<' && !twice)
            skip_hex(s);
        else
            s->at += *s->at == '<' ? 2 : 1;
    }
    return s->at < s->end;
}

static bool is_word(const struct spelling *s, const char *word)
{
    const size_t length = strlen(word);
    return (size_t)(s->end - s->at) >= length && memcmp(s->at, word, length) == 0 &&
           (s->at + length == s->end || !is_regular(s->at[length]));
}

/* The content ends where its length says, or else at the word. */
static void skip_content(struct spelling *s)
{
    struct pdf *pdf = s->pdf;
    static const char word[] = "endstream";
    const unsigned char *start = s->at + strlen("stream");
    start += start < s->end && *start == '\r';
    start += start < s->end && *start == '\n';
    qpdf_oh stream = qpdf_get_object_by_id(pdf->qpdf, (int)s->object, 0);
    const double length = pdf_number(pdf, pdf_key(pdf, stream, "/Length"), 0);
    s->at = start + (length > 0 && length < (double)(s->end - start) ? (size_t)length : 0);
    while (s->at < s->end && is_end_of_line(*s->at))
        s->at++;
    if (!is_word(s, word)) {
        const unsigned char *found = memmem(start, (size_t)(s->end - start), word, strlen(word));
        s->at = found ? found : s->end;
    }
    s->at += is_word(s, word) ? strlen(word) : 0;
}

/* Past "endobj"; false where there is none. */
static bool skip_object(struct spelling *s)
{
    while (next_word(s)) {
        if (is_word(s, "endobj")) {
            const unsigned char *after = s->at + strlen("endobj");
            if (!is_end_of_line(s->at[-1]) || (after < s->end && !is_end_of_line(*after)))
                blame(s->pdf, RULE_SPELLING, s->object,
                      "endobj does not stand on a line of its own");
            s->at = after;
            return true;
        }
        if (is_word(s, "stream"))
            skip_content(s);
        else
            while (s->at < s->end && is_regular(*s->at))
                s->at++;
    }
    return false;
}

/* Digits before AT, which moves to the first of them; false where there are none. */
static bool number_before(const unsigned char *first, const unsigned char **at)
{
    const unsigned char *digit = *at;
    while (digit > first && g_ascii_isdigit(digit[-1]))
        digit--;
    const bool found = digit < *at;
    *at = digit;
    return found;
}

/* "12 0 obj" whose keyword stands at S: where it begins, or NULL where it is something else. */
static const unsigned char *head_of(const struct spelling *s, bool *plain)
{
    const unsigned char *first = s->pdf->bytes, *at = s->at;
    *plain = true;
    for (int part = 0; part < 2; part++) {
        const unsigned char *word = at;
        while (at > first && is_space(at[-1]))
            at--;
        *plain = *plain && word - at == 1;
        if (at == word || !number_before(first, &at))
            return NULL;
    }
    return at;
}

/* S stands at "obj" behind two numbers. */
static void check_head(struct spelling *s, const unsigned char *begin, bool plain)
{
    const unsigned char *after = s->at + strlen("obj");
    s->object = (unsigned)(g_ascii_strtoull((const char *)begin, NULL, 10) & 0x7fffffff);
    if (!plain || (begin > s->pdf->bytes && !is_end_of_line(begin[-1])) ||
        (after < s->end && !is_end_of_line(*after)))
        blame(s->pdf, RULE_SPELLING, s->object,
              "\"%u 0 obj\" does not stand on a line of its own, with one space between",
              s->object);
    s->at = after;
}

void check_spelling(struct pdf *pdf)
{
    struct spelling s = {pdf, pdf->bytes, pdf->bytes + pdf->size, 0};
    while ((s.at = memmem(s.at, (size_t)(s.end - s.at), "obj", 3)) != NULL) {
        bool plain;
        const unsigned char *begin = is_word(&s, "obj") ? head_of(&s, &plain) : NULL;
        if (!begin) {
            s.at += strlen("obj");
            continue;
        }
        check_head(&s, begin, plain);
        if (!skip_object(&s))
            return;
        pdf_forget(pdf);
    }
}
