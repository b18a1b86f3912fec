#include "bytes.h"

#include <math.h>

void bytes_room(struct bytes *bytes, size_t more)
{
    bytes->room = (bytes->count + more) * 2 + 256;
    bytes->data = g_realloc(bytes->data, bytes->room);
}

void bytes_free(struct bytes *bytes)
{
    g_free(bytes->data);
    *bytes = (struct bytes){0};
}

/* The digits of NUMBER, at least so many, behind which nothing stands yet. */
static void put_digits(struct bytes *bytes, uint64_t number, unsigned least)
{
    char digits[24];
    unsigned at = sizeof digits;
    for (; number > 0 || sizeof digits - at < least; number /= 10)
        digits[--at] = (char)('0' + number % 10);
    bytes_put(bytes, digits + at, sizeof digits - at);
}

void bytes_squeeze(struct bytes *bytes, enum squeeze how, const void *data, size_t count)
{
    bytes_room(bytes, squeeze_most(count));
    bytes->count += squeeze_zlib(how, data, count, bytes->data + bytes->count);
}

void bytes_int(struct bytes *bytes, int64_t number)
{
    if (number < 0)
        bytes_char(bytes, '-');
    put_digits(bytes, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 1);
}

void bytes_fixed(struct bytes *bytes, int64_t number, unsigned decimals)
{
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number, whole = 1;
    for (; decimals > 0 && rest % 10 == 0; decimals--)
        rest /= 10;
    for (unsigned i = 0; i < decimals; i++)
        whole *= 10;
    if (number < 0)
        bytes_char(bytes, '-');
    if (rest >= whole || decimals == 0)
        put_digits(bytes, rest / whole, 1);
    if (decimals == 0)
        return;
    bytes_char(bytes, '.');
    put_digits(bytes, rest % whole, decimals);
}

void bytes_length(struct bytes *bytes, double points)
{
    bytes_fixed(bytes, llround(points * 100), 2);
    bytes_char(bytes, ' ');
}

static void put_hex(struct bytes *bytes, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        bytes_char(bytes, digits[unit >> shift & 15]);
}

void bytes_utf16(struct bytes *bytes, const char *text, size_t length)
{
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        uint32_t character = g_utf8_get_char(at);
        if (character >= 0x10000) {
            put_hex(bytes, 0xD7C0 + (character >> 10));
            character = 0xDC00 + (character & 0x3FF);
        }
        put_hex(bytes, character);
    }
}

static gboolean is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] < ' ' || text[i] > '~')
            return FALSE;
    return TRUE;
}

void bytes_string(struct bytes *bytes, const char *text, size_t length)
{
    if (!is_plain(text, length)) {
        bytes_text(bytes, "<FEFF");
        bytes_utf16(bytes, text, length);
        bytes_char(bytes, '>');
        return;
    }
    bytes_char(bytes, '(');
    for (size_t i = 0; i < length; i++) {
        if (strchr("()\\", text[i]))
            bytes_char(bytes, '\\');
        bytes_char(bytes, text[i]);
    }
    bytes_char(bytes, ')');
}

void bytes_xml(struct bytes *bytes, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            bytes_text(bytes, "&amp;");
        else if (*text == '<')
            bytes_text(bytes, "&lt;");
        else if (*text == '>')
            bytes_text(bytes, "&gt;");
        else
            bytes_char(bytes, *text);
    }
}

void bytes_ref(struct bytes *bytes, const char *key, unsigned object)
{
    bytes_text(bytes, key);
    bytes_char(bytes, ' ');
    bytes_int(bytes, object);
    bytes_text(bytes, " 0 R");
}
