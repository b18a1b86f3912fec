#include "bytes.h"

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

void bytes_deflate(struct bytes *bytes, enum deflate how, const void *data, size_t count)
{
    char *at = bytes_open(bytes, deflate_most(count));
    bytes_close(bytes, at + deflate_zlib(how, data, count, at));
}

static unsigned count_digits(uint64_t number)
{
    unsigned digits = 1;
    for (; number >= 10000; number /= 10000)
        digits += 4;
    return digits + (number >= 10) + (number >= 100) + (number >= 1000);
}

/* The digits of NUMBER, at least so many; by twos, which halves the divisions. */
static char *put_digits(char *at, uint64_t number, unsigned least)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    unsigned digits = count_digits(number);
    if (digits < least)
        digits = least;
    char *const end = at + digits;
    for (at = end; digits >= 2; digits -= 2, number /= 100)
        memcpy(at -= 2, pairs + number % 100 * 2, 2);
    if (digits > 0)
        at[-1] = (char)('0' + number);
    return end;
}

char *number_put(char *at, int64_t number)
{
    if (number >= 0 && number < 10) {
        *at = (char)('0' + number);
        return at + 1;
    }
    if (number < 0)
        *at++ = '-';
    return put_digits(at, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 1);
}

char *number_put_fixed(char *at, int64_t number, unsigned decimals)
{
    static const uint32_t units[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    const uint64_t all = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    /* By a constant where it can be: most are hundredths. */
    const uint64_t whole = decimals == 2 ? all / 100 : all / units[decimals];
    const uint64_t part = all - whole * units[decimals];
    if (number < 0)
        *at++ = '-';
    if (whole > 0 || part == 0)
        at = put_digits(at, whole, 1);
    if (part == 0)
        return at;
    *at++ = '.';
    at = put_digits(at, part, decimals);
    while (at[-1] == '0')
        at--;
    return at;
}

void bytes_fixed(struct bytes *bytes, int64_t number, unsigned decimals)
{
    bytes_close(bytes, number_put_fixed(bytes_open(bytes, NUMBER_MOST), number, decimals));
}

void bytes_length(struct bytes *bytes, double points)
{
    char *at = bytes_open(bytes, NUMBER_MOST + 1);
    at = number_put_fixed(at, nearest(points * 100), 2);
    *at++ = ' ';
    bytes_close(bytes, at);
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
