/* An update of a file with a cross-reference stream ends with one (ISO 32000-1, 7.5.8.4). */
#include "update.h"

#include "rapor/base/failure.h"

#include <stdlib.h>
#include <string.h>

static void add(struct update *update, const char *text)
{
    g_byte_array_append(update->out, (const guint8 *)text, (guint)strlen(text));
}

static size_t last_reference(const char *bytes, size_t length)
{
    static const char word[] = "startxref";
    for (size_t at = length > sizeof word ? length - sizeof word : 0; at > 0; at--)
        if (memcmp(bytes + at, word, sizeof word - 1) == 0)
            return strtoul(bytes + at + sizeof word - 1, NULL, 10);
    return 0;
}

bool update_begin(struct update *update, const void *paper, size_t length, GError **error)
{
    *update = (struct update){.pdf = qpdf_init()};
    qpdf_silence_errors(update->pdf);
    qpdf_set_suppress_warnings(update->pdf, QPDF_TRUE);
    update->before = last_reference(paper, length);
    if ((qpdf_read_memory(update->pdf, "", paper, length, NULL) & QPDF_ERRORS) ||
        update->before == 0) {
        qpdf_get_error(update->pdf); /* it would print what nobody asked for */
        update_clear(update);
        return fail(error, FAILURE_DATA, "not a PDF that can be read");
    }
    update->next = (unsigned)qpdf_oh_get_int_value_as_int(
        update->pdf, qpdf_oh_get_key(update->pdf, qpdf_get_trailer(update->pdf), "/Size"));
    update->out = g_byte_array_sized_new((guint)length + 16384);
    update->entries = g_array_new(FALSE, FALSE, sizeof(struct update_entry));
    g_byte_array_append(update->out, paper, (guint)length);
    return true;
}

void update_clear(struct update *update)
{
    qpdf_cleanup(&update->pdf);
    g_clear_pointer(&update->out, g_byte_array_unref);
    g_clear_pointer(&update->entries, g_array_unref);
}

unsigned update_number(struct update *update)
{
    return update->next++;
}

void update_text(struct update *update, unsigned object, const char *text)
{
    const struct update_entry entry = {object, update->out->len};
    g_array_append_val(update->entries, entry);
    g_autofree char *head = g_strdup_printf("%u 0 obj\n", object);
    add(update, head);
    add(update, text);
    add(update, "\nendobj\n");
}

void update_stream(struct update *update, unsigned object, const void *bytes, size_t length)
{
    const struct update_entry entry = {object, update->out->len};
    g_array_append_val(update->entries, entry);
    g_autofree char *head = g_strdup_printf("%u 0 obj\n<</Length %zu>>stream\n", object, length);
    add(update, head);
    g_byte_array_append(update->out, bytes, (guint)length);
    add(update, "\nendstream\nendobj\n");
}

void update_object(struct update *update, unsigned object, qpdf_oh value, const char *added)
{
    const char *text = qpdf_oh_unparse_resolved(update->pdf, value);
    const size_t end = strlen(text) - strlen(">>");
    g_autofree char *whole = g_strdup_printf("%.*s%s>>", (int)end, text, added);
    update_text(update, object, whole);
}

static int by_object(gconstpointer a, gconstpointer b)
{
    const struct update_entry *left = a, *right = b;
    return (left->object > right->object) - (left->object < right->object);
}

/* The pairs of first number and count, for /Index. */
static void put_index(const struct update *update, GString *dict)
{
    const struct update_entry *entries = (const struct update_entry *)(void *)update->entries->data;
    for (guint i = 0, end; i < update->entries->len; i = end) {
        for (end = i + 1; end < update->entries->len; end++)
            if (entries[end].object != entries[end - 1].object + 1)
                break;
        g_string_append_printf(dict, "%s%u %u", i > 0 ? " " : "", entries[i].object, end - i);
    }
}

static void put_trailer(const struct update *update, GString *dict, const char *key)
{
    qpdf_oh trailer = qpdf_get_trailer(update->pdf);
    if (qpdf_oh_has_key(update->pdf, trailer, key))
        g_string_append_printf(
            dict, "%s %s", key,
            qpdf_oh_unparse(update->pdf, qpdf_oh_get_key(update->pdf, trailer, key)));
}

void update_end(struct update *update)
{
    const struct update_entry self = {update_number(update), update->out->len};
    g_array_append_val(update->entries, self);
    g_array_sort(update->entries, by_object);
    g_autoptr(GString) dict = g_string_new(NULL);
    g_string_append_printf(dict, "%u 0 obj\n<</Type/XRef/W[1 4 1]/Size %u/Prev %zu/Index[",
                           self.object, update->next, update->before);
    put_index(update, dict);
    g_string_append(dict, "]");
    put_trailer(update, dict, "/Root");
    put_trailer(update, dict, "/Info");
    put_trailer(update, dict, "/ID");
    g_string_append_printf(dict, "/Length %u>>stream\n", 6 * update->entries->len);
    add(update, dict->str);
    for (guint i = 0; i < update->entries->len; i++) {
        const size_t at = g_array_index(update->entries, struct update_entry, i).at;
        const guint8 row[] = {
            1, (guint8)(at >> 24), (guint8)(at >> 16), (guint8)(at >> 8), (guint8)at, 0};
        g_byte_array_append(update->out, row, sizeof row);
    }
    g_string_printf(dict, "\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n", self.at);
    add(update, dict->str);
}
