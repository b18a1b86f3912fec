/* dice.h - random expressions of the language of layouts, in names that random trees have. */
#ifndef TEST_DICE_H
#define TEST_DICE_H

#include <glib.h>
#include <stdbool.h>

static const char *const names[] = {"a", "b", "c"};
static const char *const attributes[] = {"x", "y", "z"};
static const char *const values[] = {"1",   "2",     "3",    "10",  "2.5", "-1", "0", "0.0",
                                     "abc", " 3.0 ", "a b ", "é-ü", "",    "x",  "1."};

static GRand *dice;

static inline unsigned roll(unsigned sides)
{
    return (unsigned)g_rand_int_range(dice, 0, (gint32)sides);
}

#define ONE_OF(words) ((words)[roll(G_N_ELEMENTS(words))])

static inline void write_nodes(GString *out, unsigned depth);
static inline void write_any(GString *out, unsigned depth);

/* "(one word other)": the word is one of COUNT. */
static inline void write_pair(GString *out, const char *const *words, size_t count, unsigned depth)
{
    g_string_append_c(out, '(');
    write_any(out, depth + 1);
    g_string_append(out, words[roll((unsigned)count)]);
    write_any(out, depth + 1);
    g_string_append_c(out, ')');
}

static inline void write_number(GString *out, unsigned depth)
{
    static const char *const operators[] = {" + ", " - ", " * ", " div ", " mod "};
    static const char *const functions[] = {"floor", "ceiling", "round", "number"};
    switch (roll(depth > 3 ? 3 : 9)) {
    case 0:
        g_string_append_printf(out, "%u", roll(5));
        break;
    case 1:
        g_string_append(out, roll(2) ? "2.5" : "0.1");
        break;
    case 2:
        g_string_append(out, roll(2) ? "position()" : "last()");
        break;
    case 3:
        g_string_append(out, roll(2) ? "count(" : "sum(");
        write_nodes(out, depth + 1);
        g_string_append_c(out, ')');
        break;
    case 4:
        g_string_append_printf(out, "%s(", ONE_OF(functions));
        write_any(out, depth + 1);
        g_string_append_c(out, ')');
        break;
    case 5:
        g_string_append(out, "- (");
        write_any(out, depth + 1);
        g_string_append_c(out, ')');
        break;
    case 6:
        g_string_append(out, "string-length(");
        write_any(out, depth + 1);
        g_string_append_c(out, ')');
        break;
    default:
        write_pair(out, operators, G_N_ELEMENTS(operators), depth);
    }
}

static inline void write_call(GString *out, const char *name, unsigned arguments, unsigned depth)
{
    g_string_append_printf(out, "%s(", name);
    for (unsigned i = 0; i < arguments; i++) {
        if (i > 0)
            g_string_append(out, ", ");
        write_any(out, depth + 1);
    }
    g_string_append_c(out, ')');
}

static inline void write_text(GString *out, unsigned depth)
{
    static const struct {
        const char *name;
        unsigned arguments;
    } functions[] = {{"string", 1},          {"concat", 2},          {"concat", 3},
                     {"substring", 2},       {"substring", 3},       {"substring-before", 2},
                     {"substring-after", 2}, {"normalize-space", 1}, {"translate", 3},
                     {"string", 0},          {"normalize-space", 0}, {"name", 0}};
    unsigned choice = roll(depth > 3 ? 1 : 5);
    if (choice < 1) {
        g_string_append_printf(out, "'%s'", ONE_OF(values));
    } else if (choice == 1) {
        g_string_append(out, roll(2) ? "name(" : "local-name(");
        write_nodes(out, depth + 1);
        g_string_append_c(out, ')');
    } else {
        size_t i = roll(G_N_ELEMENTS(functions));
        write_call(out, functions[i].name, functions[i].arguments, depth);
    }
}

static inline void write_truth(GString *out, unsigned depth)
{
    static const char *const relations[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
    static const char *const joints[] = {" or ", " and "};
    static const char *const calls[] = {"not", "boolean"};
    static const char *const texts[] = {"contains", "starts-with"};
    switch (roll(depth > 3 ? 1 : 6)) {
    case 0:
        g_string_append(out, roll(2) ? "true()" : "false()");
        break;
    case 1:
        write_call(out, ONE_OF(calls), 1, depth);
        break;
    case 2:
        write_call(out, ONE_OF(texts), 2, depth);
        break;
    case 3:
        write_pair(out, joints, G_N_ELEMENTS(joints), depth);
        break;
    default:
        write_pair(out, relations, G_N_ELEMENTS(relations), depth);
    }
}

static inline void write_conditions(GString *out, unsigned depth)
{
    for (unsigned left = depth > 3 ? 0 : roll(5) / 2; left > 0; left--) {
        g_string_append_c(out, '[');
        if (roll(4) == 0)
            g_string_append_printf(out, "%u", 1 + roll(3));
        else if (roll(6) == 0)
            g_string_append(out, "last()");
        else if (roll(3) == 0)
            g_string_append_printf(out, "@%s", ONE_OF(attributes));
        else
            write_any(out, depth + 1);
        g_string_append_c(out, ']');
    }
}

static inline void write_step(GString *out, unsigned depth)
{
    static const char *const axes[] = {"descendant::",        "descendant-or-self::", "parent::",
                                       "ancestor::",          "ancestor-or-self::",   "self::",
                                       "following-sibling::", "preceding-sibling::",  "child::"};
    unsigned choice = roll(8);
    if (choice == 0 && out->len > 1 && out->str[out->len - 1] == '/' &&
        out->str[out->len - 2] != '/')
        g_string_append(out, roll(2) ? "." : "..");
    else {
        const char *axis = ONE_OF(axes);
        bool below = g_str_has_suffix(out->str, "//");
        if (choice == 1 && !(below && (*axis == 'p' || *axis == 'a')))
            g_string_append(out, axis);
        g_string_append(out, roll(5) ? ONE_OF(names) : "*");
        write_conditions(out, depth);
    }
}

static inline void write_path(GString *out, unsigned depth)
{
    static const char *const begins[] = {"",   "",    "",           "./",     "../",     "/",
                                         "//", ".//", "current()/", "own()/", "$nodes/", "$one/"};
    g_string_append(out, ONE_OF(begins));
    write_step(out, depth);
    for (unsigned left = roll(3); left > 0; left--) {
        g_string_append(out, roll(5) ? "/" : "//");
        write_step(out, depth);
    }
    if (roll(3) == 0) {
        g_string_append_printf(out, "/@%s", roll(6) ? ONE_OF(attributes) : "*");
        write_conditions(out, depth);
    }
}

static inline void write_nodes(GString *out, unsigned depth)
{
    switch (roll(depth > 3 ? 3 : 8)) {
    case 0:
        g_string_append_printf(out, "@%s", ONE_OF(attributes));
        break;
    case 1:
        g_string_append(out, roll(2) ? "$nodes" : ".");
        break;
    case 2:
        g_string_append(out, ONE_OF(names));
        break;
    case 3:
        g_string_append_c(out, '(');
        write_nodes(out, depth + 1);
        g_string_append(out, " | ");
        write_nodes(out, depth + 1);
        g_string_append_c(out, ')');
        write_conditions(out, depth);
        break;
    case 4:
        g_string_append_c(out, '(');
        write_path(out, depth + 1);
        g_string_append_c(out, ')');
        write_conditions(out, depth);
        break;
    default:
        write_path(out, depth + 1);
    }
}

static inline void write_any(GString *out, unsigned depth)
{
    static void (*const writers[])(GString *, unsigned) = {write_number, write_text, write_truth,
                                                           write_nodes, write_nodes};
    if (roll(16) == 0)
        g_string_append(out, roll(2) ? "$number" : "$text");
    else if (roll(20) == 0 && depth < 3)
        write_call(out, "if", 3, depth);
    else
        ONE_OF(writers)(out, depth);
}
#endif
