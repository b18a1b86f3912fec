/* BACA-SAYA.html: what is in a pack, for whoever opens it. */
#include "sending.h"

#include "rapor/base/arena.h"
#include "rapor/base/own.h"
#include "rapor/register/link.h"

#include <string.h>

static void put(GString *text, const char *word, const char *value)
{
    g_autofree char *mark = g_strdup_printf("{{%s}}", word);
    g_string_replace(text, mark, value ? value : "", 0);
}

static void put_escaped(GString *text, const char *word, const char *value)
{
    g_autofree char *safe = g_markup_escape_text(value ? value : "", -1);
    put(text, word, safe);
}

/* True where NAME begins with the LENGTH letters of a stem, and that ends there. */
static bool is_stem(const char *name, const char *stem, size_t length)
{
    return strncmp(name, stem, length) == 0 && (name[length] == '-' || name[length] == '.');
}

/* What a file is: the words of the longest stem that its name has behind the code. */
static char *words_for(const struct dispatch *dispatch, const char *code, const char *entry)
{
    const char *slash = strrchr(entry, '/'), *name = slash ? slash + 1 : entry;
    const char *rest =
        g_ascii_strncasecmp(name, code, strlen(code)) == 0 ? name + strlen(code) + 1 : name;
    const char *best = NULL;
    size_t longest = 0;
    for (const char *line = dispatch->words->str; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        const size_t length = strcspn(line, " =\n");
        if (length > longest && is_stem(rest, line, length)) {
            longest = length;
            best = line + length + strspn(line + length, " =");
        }
    }
    return best ? g_strndup(best, strcspn(best, "\n")) : g_strdup("");
}

static void add_file(const struct dispatch *dispatch, const struct sending *sending,
                     const char *entry, const char *digest, GString *out)
{
    g_autofree char *words = words_for(dispatch, sending->code, entry);
    g_autofree char *safe = g_markup_escape_text(words, -1);
    g_string_append_printf(out, "<li><a href=\"%s\">%s</a>", entry, entry);
    if (*words)
        g_string_append_printf(out, "<span>%s</span>", safe);
    g_string_append_printf(out, "<code>%s</code></li>\n", digest);
}

static void add_files(const struct dispatch *dispatch, const struct sending *sending, GString *out)
{
    for (guint i = 0; i < sending->covers->len; i++) {
        const struct sending_cover *cover = sending->covers->pdata[i];
        add_file(dispatch, sending, cover->name, cover->digest, out);
    }
    for (guint i = 0; i < sending->papers->len; i++) {
        const struct record *paper = sending->papers->pdata[i];
        add_file(dispatch, sending, sending_entry(paper), paper->digest, out);
    }
}

/* Where the page of the paper is that bears a seal; NULL where there is none. */
static const char *link_of(const struct dispatch *dispatch, const struct sending *sending)
{
    const struct evaluation *evaluation = dispatch->session->evaluation;
    for (guint i = 0; i < sending->papers->len; i++) {
        const struct record *paper = sending->papers->pdata[i];
        const struct link_to link = {evaluation->issuer.url, evaluation->year, paper->code,
                                     paper->seal};
        if (paper->seal && evaluation->issuer.url)
            return link_whole(&link, dispatch->arena);
    }
    return NULL;
}

static void put_link(const struct dispatch *dispatch, const struct sending *sending, GString *text)
{
    const char *link = link_of(dispatch, sending);
    g_autofree char *safe = g_markup_escape_text(link ? link : "", -1);
    g_autofree char *item =
        link ? g_strdup_printf("<li>Pindai kode QR pada surat atau piagam, atau buka <a "
                               "href=\"%s\">%s</a>: nomor, tanggal, edisi, dan SHA-256 di sana "
                               "harus sama.</li>\n",
                               safe, safe)
             : NULL;
    put(text, "link", item);
}

static void put_sender(const struct issuer *issuer, GString *text)
{
    const char *const lines[] = {issuer->unit, issuer->address, issuer->city};
    g_autoptr(GString) sender = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autofree char *safe = lines[i] ? g_markup_escape_text(lines[i], -1) : NULL;
        if (safe)
            g_string_append_printf(sender, ", %s", safe);
    }
    put(text, "sender", sender->str);
}

GByteArray *guide_of(const struct dispatch *dispatch, const struct sending *sending)
{
    const struct evaluation *evaluation = dispatch->session->evaluation;
    GString *text = g_string_new(dispatch->guide->str);
    g_autoptr(GString) files = g_string_new(NULL);
    g_auto(XmlText) instrument =
        xmlGetProp(xmlDocGetRootElement(evaluation->instrument->tree), BAD_CAST "name");
    add_files(dispatch, sending, files);
    put(text, "invented", g_strcmp0(evaluation->sample, "yes") == 0 ? "" : " hidden");
    put_escaped(text, "issuer", evaluation->issuer.name ? evaluation->issuer.name : "Pengirim");
    put_escaped(text, "year", evaluation->year);
    put_escaped(text, "instrument", (const char *)instrument);
    put_escaped(text, "of", sending->of);
    put_escaped(text, "pack", sending->name);
    put_link(dispatch, sending, text);
    put_sender(&evaluation->issuer, text);
    put(text, "files", files->str);
    const gsize length = text->len;
    return g_byte_array_new_take((guint8 *)g_string_free(text, FALSE), length);
}
