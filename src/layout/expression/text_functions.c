/* Functions that make a text of texts: numbers in words and figures, letters. */
#include "rapor/layout/functions.h"

#include "evaluation.h"
#include "rapor/base/decimal.h"
#include "rapor/base/letters.h"
#include "rapor/layout/number.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"
#include "rapor/base/numeral_english.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static size_t digits_of(const char *text)
{
    double digits = number_of(text);
    return digits > 0 && digits < 20 ? (size_t)digits : 0;
}

const char *text_decimal(const char *const *arguments, size_t count, struct arena *arena)
{
    const char *number = arguments[0];
    if (count == 2 && decimal_valid(number))
        number = decimal_round(number, digits_of(arguments[1]), arena);
    return numeral_decimal(number, arena);
}

const char *text_words(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return numeral_words(arguments[0], arena);
}

const char *text_date(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return numeral_date(arguments[0], arena);
}

const char *text_weekday(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return numeral_weekday(arguments[0], arena);
}

const char *text_decimal_english(const char *const *arguments, size_t count, struct arena *arena)
{
    const char *number = arguments[0];
    if (count == 2 && decimal_valid(number))
        number = decimal_round(number, digits_of(arguments[1]), arena);
    return english_decimal(number, arena);
}

const char *text_words_english(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return english_words(arguments[0], arena);
}

const char *text_date_english(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return english_date(arguments[0], arena);
}

const char *text_weekday_english(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return english_weekday(arguments[0], arena);
}

/* A count from 1 on written some other way; what is no such number stays empty. */
static const char *count_as(const char *number, const char *(*write)(int64_t, struct arena *),
                            struct arena *arena)
{
    size_t length = strlen(number);
    bool whole = length > 0 && length < 10 && strspn(number, "0123456789") == length;
    int64_t value = whole ? g_ascii_strtoll(number, NULL, 10) : 0;
    return value > 0 ? write(value, arena) : "";
}

const char *text_roman(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return count_as(arguments[0], numeral_roman, arena);
}

const char *text_letter(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return count_as(arguments[0], numeral_letter, arena);
}

const char *text_dictum(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return count_as(arguments[0], numeral_dictum, arena);
}

const char *text_upper(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return letters_upper(arguments[0], arena);
}

const char *text_lower(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return letters_lower(arguments[0], arena);
}

const char *text_capitalize(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return letters_capitalize(arguments[0], arena);
}

const char *text_replace(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    const char *text = arguments[0], *from = arguments[1];
    if (*from == '\0' || !strstr(text, from))
        return text;
    g_autoptr(GString) replaced = g_string_new(text);
    g_string_replace(replaced, from, arguments[2], 0);
    return arena_strndup(arena, replaced->str, replaced->len);
}

/* As a part of an address: "B/21 a" -> "B/21%20a". */
const char *text_uri(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    g_autofree char *escaped = g_uri_escape_string(arguments[0], "/", FALSE);
    return arena_strdup(arena, escaped);
}

const char *text_difference(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    bool valid = decimal_valid(arguments[0]) && decimal_valid(arguments[1]);
    return valid ? decimal_difference(arguments[0], arguments[1], arena) : "";
}

/* With two decimals and its sign, as a difference is written: "+0,35", "−0,12", "0,00". */
const char *text_signed(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    const char *number = arguments[0];
    if (!decimal_valid(number))
        return number;
    const char *rounded = decimal_round(number, 2, arena);
    int sign = decimal_compare(rounded, "0");
    const char *written = numeral_decimal(sign < 0 ? rounded + 1 : rounded, arena);
    if (sign == 0)
        return written;
    return arena_printf(arena, "%s%s", sign < 0 ? "−" : "+", written);
}

/* What stands before the first TEXT[1]. */
const char *text_before(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    const char *found = strstr(arguments[0], arguments[1]);
    return found ? arena_strndup(arena, arguments[0], (size_t)(found - arguments[0])) : "";
}

const char *text_after(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count, (void)arena;
    const char *found = strstr(arguments[0], arguments[1]);
    return found ? found + strlen(arguments[1]) : "";
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *text_normal(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    char *text = arena_strdup(arena, arguments[0]), *end = text;
    for (const char *at = text; *at; at++)
        if (!is_space(*at))
            *end++ = *at;
        else if (end > text && end[-1] != ' ')
            *end++ = ' ';
    end -= end > text && end[-1] == ' ';
    *end = '\0';
    return text;
}

/* What the character at AT becomes: nothing, another, or itself; SIZE is its length. */
static const char *translated(const char *at, const char *from, const char *to, size_t *size)
{
    const char *end = g_utf8_next_char(at);
    *size = (size_t)(end - at);
    for (; *from; from = g_utf8_next_char(from)) {
        if (strncmp(from, at, *size) == 0) {
            *size = *to ? (size_t)(g_utf8_next_char(to) - to) : 0;
            return to;
        }
        to = *to ? g_utf8_next_char(to) : to;
    }
    return at;
}

const char *text_translate(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    g_autoptr(GString) text = g_string_new(NULL);
    for (const char *at = arguments[0]; *at; at = g_utf8_next_char(at)) {
        size_t size;
        const char *becomes = translated(at, arguments[1], arguments[2], &size);
        g_string_append_len(text, becomes, (gssize)size);
    }
    return arena_strndup(arena, text->str, text->len);
}

const char *call_concat(struct evaluator *evaluator, const struct function_call *call)
{
    const char **texts = ARENA_ARRAY(evaluator->arena, call->count, const char *);
    size_t length = 0;
    for (size_t i = 0; i < call->count; i++) {
        texts[i] = term_text(evaluator, call->arguments[i]);
        length += strlen(texts[i]);
    }
    char *whole = arena_alloc(evaluator->arena, length + 1, 1), *end = whole;
    for (size_t i = 0; i < call->count; i++)
        end = g_stpcpy(end, texts[i]);
    return whole;
}

/* The characters whose places are from the second argument on, as many as the third says. */
const char *call_substring(struct evaluator *evaluator, const struct function_call *call)
{
    const char *text = term_text(evaluator, call->arguments[0]);
    const double first = number_rounded(term_number(evaluator, call->arguments[1]));
    double end = HUGE_VAL;
    if (call->count == 3)
        end = first + number_rounded(term_number(evaluator, call->arguments[2]));
    double place = 1;
    while (*text && !(place >= first)) {
        text = g_utf8_next_char(text);
        place++;
    }
    const char *behind = text;
    while (*behind && place < end) {
        behind = g_utf8_next_char(behind);
        place++;
    }
    return arena_strndup(evaluator->arena, text, (size_t)(behind - text));
}
