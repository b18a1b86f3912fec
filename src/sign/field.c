#include "field.h"

#include "update.h"

#include "rapor/sign/signature.h"

#include <string.h>

static qpdf_oh key_of(qpdf_data pdf, qpdf_oh from, const char *key)
{
    return qpdf_oh_get_key_if_dict(pdf, from, key);
}

qpdf_oh field_form(qpdf_data pdf)
{
    return key_of(pdf, qpdf_get_root(pdf), "/AcroForm");
}

qpdf_oh field_order(qpdf_data pdf, qpdf_oh field, const char *key)
{
    return key_of(pdf, key_of(pdf, field, "/RaporSigned"), key);
}

static char *text_of(qpdf_data pdf, qpdf_oh field, const char *key)
{
    qpdf_oh text = field_order(pdf, field, key);
    return qpdf_oh_is_string(pdf, text) ? g_strdup(qpdf_oh_get_utf8_value(pdf, text)) : NULL;
}

static bool waits(qpdf_data pdf, qpdf_oh field)
{
    return qpdf_oh_is_dictionary(pdf, key_of(pdf, field, "/RaporSigned")) &&
           qpdf_oh_is_null(pdf, key_of(pdf, field, "/V"));
}

static bool waits_for(qpdf_data pdf, qpdf_oh field, const struct signer_card *card)
{
    g_autofree char *name = text_of(pdf, field, "/Name");
    g_autofree char *certificate = text_of(pdf, field, "/Certificate");
    return qpdf_oh_is_bool(pdf, field_order(pdf, field, "/Seal")) == card->seal &&
           signer_card_is(card, name, certificate);
}

unsigned field_waiting(qpdf_data pdf, const struct signer_card *card, qpdf_oh *first)
{
    qpdf_oh fields = key_of(pdf, field_form(pdf), "/Fields");
    const int count = qpdf_oh_is_array(pdf, fields) ? qpdf_oh_get_array_n_items(pdf, fields) : 0;
    unsigned waiting = 0;
    *first = qpdf_oh_new_null(pdf);
    for (int i = 0; i < count; i++) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, fields, i);
        if (!waits(pdf, field))
            continue;
        waiting++;
        if (qpdf_oh_is_null(pdf, *first) && (!card || waits_for(pdf, field, card)))
            *first = field;
    }
    return waiting;
}

char *field_whom(qpdf_data pdf)
{
    qpdf_oh field;
    field_waiting(pdf, NULL, &field);
    char *name = text_of(pdf, field, "/Name");
    return name ? name : g_strdup("");
}

/* What a service has signed in fields of its own. */
static unsigned signed_beside(qpdf_data pdf)
{
    qpdf_oh fields = key_of(pdf, field_form(pdf), "/Fields");
    const int count = qpdf_oh_is_array(pdf, fields) ? qpdf_oh_get_array_n_items(pdf, fields) : 0;
    unsigned beside = 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh field = qpdf_oh_get_array_item(pdf, fields, i);
        beside += !qpdf_oh_has_key(pdf, field, "/RaporSigned") &&
                  qpdf_oh_has_key(pdf, key_of(pdf, field, "/V"), "/ByteRange");
    }
    return beside;
}

int signature_fields(const void *paper, size_t length)
{
    struct update update;
    qpdf_oh first;
    if (!update_begin(&update, paper, length, NULL))
        return -1;
    const unsigned count = field_waiting(update.pdf, NULL, &first),
                   beside = signed_beside(update.pdf);
    update_clear(&update);
    return count > beside ? (int)(count - beside) : 0;
}

char *signature_whom(const void *paper, size_t length, bool *seal)
{
    struct update update;
    qpdf_oh field;
    if (!update_begin(&update, paper, length, NULL))
        return NULL;
    char *whom =
        field_waiting(update.pdf, NULL, &field) > 0 ? text_of(update.pdf, field, "/Name") : NULL;
    *seal = whom && qpdf_oh_is_bool(update.pdf, field_order(update.pdf, field, "/Seal"));
    update_clear(&update);
    return whom;
}

bool signature_is_of(const void *paper, size_t length, const struct signer_card *card)
{
    struct update update;
    qpdf_oh field;
    if (!update_begin(&update, paper, length, NULL))
        return false;
    field_waiting(update.pdf, card, &field);
    const bool found = !qpdf_oh_is_null(update.pdf, field);
    update_clear(&update);
    return found;
}
