/* The rows of Identitas: what stands at the head of an evaluation, or could. */
#include "rapor/import/ledgers.h"

#include "../table/ledger.h"
#include "tree.h"

#include "rapor/base/arena.h"

#include <string.h>

struct identity_rows {
    struct identity_row *all;
    size_t count, room;
    struct arena *arena;
};

static const char *const *said_words(const struct ledger_word *words, struct arena *arena)
{
    size_t count = 0;
    while (words && words[count].said)
        count++;
    const char **said = ARENA_ARRAY(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        said[i] = words[i].said;
    return words ? said : NULL;
}

/* Adds the row of a trait; NODE may be NULL: nothing is known yet. */
static void add_row(struct identity_rows *rows, const struct trait *trait, const char *part,
                    const struct import_node *node)
{
    const char *value = node ? node_value(node, trait->attribute) : NULL;
    for (const struct ledger_word *word = trait->words; value && word && word->said; word++)
        if (strcmp(word->written, value) == 0) {
            value = word->said;
            break;
        }
    rows->all = arena_grow(rows->arena, rows->all, rows->count, &rows->room, sizeof *rows->all);
    rows->all[rows->count++] = (struct identity_row){
        .part = part,
        .name = trait->said,
        .value = value,
        .meaning = trait->meaning,
        .kind = trait->content == CONTENT_DATE ? LEDGER_DAY : LEDGER_TEXT,
        .words = said_words(trait->words, rows->arena),
        .needed = trait->meaning && g_str_has_prefix(trait->meaning, "wajib"),
    };
}

static void add_part(struct identity_rows *rows, const char *part, const char *word,
                     const struct import_node *node)
{
    for (size_t i = 0; i < identity_trait_count; i++) {
        const struct trait *trait = &identity_traits[i];
        if (strcmp(trait->part, part) == 0)
            add_row(rows, trait,
                    *word ? arena_printf(rows->arena, "%s %s", trait->said_part, word)
                          : trait->said_part,
                    node);
    }
}

/* "surat", and "surat 2" where it is the second who signs it. */
static const char *signed_word(const struct import_node *node, struct arena *arena)
{
    const char *document = node_value(node, "document");
    size_t number = 0;
    for (size_t i = 0; i < node->parent->child_count; i++) {
        const struct import_node *sister = node->parent->children[i];
        number += strcmp(sister->name, "signatory") == 0 &&
                  g_strcmp0(node_value(sister, "document"), document) == 0;
        if (sister == node)
            break;
    }
    return number > 1 ? arena_printf(arena, "%s %zu", document, number) : document;
}

static void add_nodes(struct identity_rows *rows, const struct import_node *root, const char *name)
{
    const struct import_node *node;
    for (size_t number = 1; root && (node = node_child(root, name, number)); number++) {
        const char *word = strcmp(name, "signatory") == 0 ? signed_word(node, rows->arena)
                                                          : node_value(node, "code");
        add_part(rows, name, word ? word : "", node);
    }
}

struct identity_row *identity_rows(const char *text, size_t size, const char *const *documents,
                                   size_t *count, struct arena *arena)
{
    static const char *const parts[] = {"issuer", "decree", "letter"};
    const struct import_node *root = text ? spans_read(text, size, arena) : NULL;
    struct identity_rows rows = {.arena = arena};
    add_part(&rows, "evaluation", "", root);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        add_part(&rows, parts[i], "", root ? node_child(root, parts[i], 1) : NULL);
    add_nodes(&rows, root, "team");
    add_nodes(&rows, root, "ceremony");
    add_nodes(&rows, root, "press");
    add_nodes(&rows, root, "signatory");
    bool signed_already = root && node_child(root, "signatory", 1);
    for (size_t i = 0; !signed_already && documents && documents[i]; i++)
        add_part(&rows, "signatory", documents[i], NULL);
    add_nodes(&rows, root, "region");
    *count = rows.count;
    return rows.all;
}
