#include "spelled.h"

#include <stdbool.h>
#include <string.h>

/* +01.50 is 1.5, and -.0 is 0. */
static void spell_number(GString *out, const char *text)
{
    const bool negative = *text == '-';
    text += *text == '-' || *text == '+';
    text += strspn(text, "0");
    size_t length = strlen(text);
    if (strchr(text, '.'))
        while (length > 0 && strchr("0.", text[length - 1]))
            if (text[--length] == '.')
                break;
    if (length == 0)
        text = "0", length = 1;
    else if (negative)
        g_string_append_c(out, '-');
    g_string_append_len(out, text, (gssize)length);
}

void spelled_bytes(const char *bytes, size_t length, GString *out)
{
    g_string_append_c(out, '<');
    for (size_t i = 0; i < length; i++)
        g_string_append_printf(out, "%02x", (unsigned char)bytes[i]);
    g_string_append_c(out, '>');
}

void spelled_plain(qpdf_data pdf, qpdf_oh value, GString *out)
{
    size_t length = 0;
    if (qpdf_oh_is_string(pdf, value)) {
        const char *bytes = qpdf_oh_get_binary_string_value(pdf, value, &length);
        spelled_bytes(bytes, length, out);
    } else if (qpdf_oh_is_name(pdf, value)) {
        const char *name = qpdf_oh_get_name(pdf, value);
        g_string_append_c(out, '/');
        spelled_bytes(name, strlen(name), out);
    } else if (qpdf_oh_is_number(pdf, value)) {
        spell_number(out, qpdf_oh_unparse_resolved(pdf, value));
    } else {
        g_string_append(out, qpdf_oh_unparse_resolved(pdf, value));
    }
}
