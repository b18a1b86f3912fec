#include "write.h"

#include <string.h>

static const gsize piece = 65536; /* bytes that are handed over at a time */

static void add_escaped(GString *out, const char *text)
{
    for (const char *at = text; *at;) {
        const size_t plain = strcspn(at, "<>&\"");
        g_string_append_len(out, at, (gssize)plain);
        at += plain;
        if (!*at)
            break;
        g_string_append(out, *at == '<'   ? "&lt;"
                             : *at == '>' ? "&gt;"
                             : *at == '&' ? "&amp;"
                                          : "&quot;");
        at++;
    }
}

static void add(GString *out, const char *name, const char *value)
{
    if (!value)
        return;
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    add_escaped(out, value);
    g_string_append_c(out, '"');
}

static void add_whole(GString *out, const char *name, uint32_t value)
{
    if (value > 0)
        g_string_append_printf(out, " %s=\"%u\"", name, value);
}

static void add_reserve(GString *out, const struct reserve *reserve)
{
    g_string_append(out, "  <block");
    add(out, "kind", reserve->kind);
    add(out, "year", reserve->year);
    add_whole(out, "from", reserve->from);
    add_whole(out, "to", reserve->to);
    add(out, "pattern", reserve->pattern);
    add(out, "open", reserve->open ? "yes" : NULL);
    g_string_append(out, "/>\n");
}

static void add_paper(GString *out, const struct paper *paper)
{
    g_string_append(out, "  <paper");
    add(out, "kind", paper->kind);
    add(out, "code", paper->code);
    add(out, "year", paper->year);
    add_whole(out, "edition", paper->edition);
    add(out, "state", register_word(paper->state));
    add(out, "number", paper->number);
    add_whole(out, "n", paper->n);
    add(out, "date", paper->date);
    add(out, "dated", paper->dated);
    add(out, "seal", paper->seal);
    add(out, "name", paper->name);
    add(out, "content", paper->content);
    add(out, "plain", paper->plain);
    add(out, "file", paper->file);
    add(out, "signer", paper->signer);
    add(out, "signed", paper->signed_at);
    add(out, "reason", paper->reason);
    add(out, "by", paper->by);
    add(out, "since", paper->since);
    add(out, "delivered", paper->delivered);
    add(out, "receiver", paper->receiver);
    g_string_append(out, "/>\n");
}

static bool hand_over(GString *out, const struct register_taker *taker, gsize least)
{
    if (out->len < least)
        return true;
    const bool taken = taker->take(taker->to, out->str, out->len);
    g_string_truncate(out, 0);
    return taken;
}

bool register_write(const struct paper_register *papers, const struct register_taker *taker)
{
    g_autoptr(GString) out = g_string_sized_new(2 * piece);
    bool taken = true;
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<!-- Kept by rapor: change it with \"rapor register\", not by hand. -->\n"
                         "<register xmlns=\"urn:rapor:register:1\">\n");
    for (size_t i = 0; i < papers->reserve_count; i++)
        add_reserve(out, &papers->reserves[i]);
    for (size_t i = 0; taken && i < papers->paper_count; i++) {
        add_paper(out, papers->papers[i]);
        taken = hand_over(out, taker, piece);
    }
    g_string_append(out, "</register>\n");
    return taken && hand_over(out, taker, 0);
}
