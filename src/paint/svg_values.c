/* Numbers, colours and words as SVG writes them. */
#include "svg.h"

#include "rapor/doc/style.h"

#include <math.h>
#include <string.h>

/* To the nearest, as printf rounds: of two as near the even one.  A product that lies in
 * the middle may have been rounded to there; then what was lost decides. */
static gint64 hundredths_of(double number)
{
    const double product = number * 100, nearest = rint(product);
    if (fabs(product - trunc(product)) != 0.5)
        return (gint64)nearest;
    const double lost = fma(number, 100, -product);
    return (gint64)(lost > 0 ? ceil(product) : lost < 0 ? floor(product) : nearest);
}

void svg_decimal(GString *out, double number)
{
    const gint64 hundredths = hundredths_of(number);
    guint64 rest = (guint64)(hundredths < 0 ? -hundredths : hundredths);
    char text[32], *at = text + sizeof text;
    unsigned decimals = rest % 10 ? 2 : rest % 100 ? 1 : 0;
    for (rest /= decimals == 2 ? 1 : decimals == 1 ? 10 : 100; decimals > 0; decimals--, rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (at < text + sizeof text)
        *--at = '.';
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (hundredths < 0)
        *--at = '-';
    g_string_append_len(out, at, text + sizeof text - at);
}

static void begin_attribute(GString *out, const char *name)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append_len(out, "=\"", 2);
}

void svg_number(GString *out, const char *name, double number)
{
    begin_attribute(out, name);
    svg_decimal(out, number);
    g_string_append_c(out, '"');
}

unsigned svg_part(double share)
{
    return (unsigned)lround(fmin(fmax(share, 0), 1) * 255);
}

void svg_color(GString *out, const char *name, const struct color *color)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned parts[] = {svg_part(color->red), svg_part(color->green), svg_part(color->blue)};
    char text[] = "#......";
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        text[1 + 2 * i] = digits[parts[i] >> 4];
        text[2 + 2 * i] = digits[parts[i] & 15];
    }
    begin_attribute(out, name);
    g_string_append_len(out, text, sizeof text - 1);
    g_string_append_c(out, '"');
}

/* Most words hold nothing that means something else in XML. */
static bool is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] < ' ' || text[i] > '~' || strchr("<>&'\"", text[i]))
            return false;
    return true;
}

void svg_text(GString *out, const char *text, size_t length)
{
    if (is_plain(text, length)) {
        g_string_append_len(out, text, (gssize)length);
        return;
    }
    g_autofree char *escaped = g_markup_escape_text(text, (gssize)length);
    g_string_append(out, escaped);
}
