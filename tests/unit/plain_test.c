/* What the plain reader takes, libxml2 takes as well, and sees the same in it. */
#include "../../src/read/plain.h"

#include "../../src/read/xml.h"

#include "rapor/arena.h"
#include "rapor/own.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define SPACE "urn:x"
#define ROOT  "<a xmlns='urn:x'>"

/* The ends of lines are those of libxml2: who listens to plain_read() takes any. */
static void log_text(GString *log, const char *text)
{
    for (const char *at = text; *at; at++)
        if (*at != '\r' || at[1] != '\n')
            g_string_append_c(log, *at == '\r' ? '\n' : *at);
}

static void log_begin(void *data, const struct tag *tag)
{
    g_string_append_printf(data, "<%s|%s", tag->space ? tag->space : "", tag->name);
    for (size_t i = 0; i < tag->attribute_count; i++)
        g_string_append_printf(data, " %s=[%s]", tag->attributes[i].name, tag->attributes[i].value);
    g_string_append_c(data, '>');
}

static void log_piece(void *data, const char *text)
{
    g_string_append_c(data, '[');
    log_text(data, text);
    g_string_append_c(data, ']');
}

static void log_end(void *data)
{
    g_string_append(data, "</>");
}

static bool always(const void *data)
{
    (void)data;
    return true;
}

/* Returns what the plain reader tells, or NULL. */
static char *told(const char *bytes, size_t size, const char *space)
{
    GString *log = g_string_new(NULL);
    const struct listener listener = {log_begin, log_piece, log_end, always, log};
    struct input *input = input_of_bytes("test", bytes, size);
    bool plain = plain_read(input, space, &listener);
    input_close(input);
    return g_string_free(log, !plain);
}

static void keep_quiet(void *data, xmlError *error)
{
    (void)data;
    (void)error;
}

static void take(GString *log, xmlTextReader *parser, struct arena *arena)
{
    const int type = xmlTextReaderNodeType(parser);
    if (type == XML_READER_TYPE_ELEMENT) {
        const struct tag tag = tag_of_node(xmlTextReaderCurrentNode(parser), arena);
        log_begin(log, &tag);
        if (xmlTextReaderIsEmptyElement(parser) == 1)
            log_end(log);
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
        log_end(log);
    } else if (type == XML_READER_TYPE_TEXT) {
        log_piece(log, (const char *)xmlTextReaderConstValue(parser));
    }
}

/* Returns what libxml2 tells, or NULL. */
static char *known(const char *bytes, size_t size)
{
    g_autoptr(xmlTextReader) parser =
        xmlReaderForMemory(bytes, (int)size, NULL, "UTF-8", XML_OPTIONS);
    xmlTextReaderSetStructuredErrorHandler(parser, keep_quiet, NULL);
    GString *log = g_string_new(NULL);
    struct arena *arena = arena_create();
    int more;
    while ((more = xmlTextReaderRead(parser)) == 1)
        take(log, parser, arena);
    arena_destroy(arena);
    return g_string_free(log, more != 0);
}

/* True where the plain reader takes it; then libxml2 must tell the same. */
static bool is_plain_of(const char *bytes, size_t size, const char *space)
{
    g_autofree char *ours = told(bytes, size, space);
    if (!ours)
        return false;
    g_autofree char *theirs = known(bytes, size);
    if (!theirs)
        fail_msg("libxml2 refuses what is taken: %.*s", (int)size, bytes);
    assert_string_equal(ours, theirs);
    return true;
}

static bool is_plain(const char *bytes, size_t size)
{
    return is_plain_of(bytes, size, SPACE);
}

static const char *const plain[] = {
    "<a xmlns='urn:x'/>",
    "<?xml version='1.0'?>\n" ROOT "</a>\n",
    "<?xml version=\"1.0\" encoding=\"utf-8\" ?>" ROOT "</a >",
    "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>" ROOT "</a>",
    "<!-- é --> <?b c?><?b?><a x = 'y'\n xmlns = \"urn:x\"\t>\r\n<b/> <b ></b></a><!---->",
    ROOT "<b c='1' d=\"it's\" e='&lt;&#233;&#xE9;&amp;&#10;' f='a\tb\nc'/></a>",
    ROOT " text &gt; ] ]] > é\r\n&#32;<!-- > - <b> --><b>&#9;</b></a>",
    ROOT "one<!-- two -->three<?four?>&quot;&apos;</a>",
    ROOT "<b_c.d-e2 f_g.h-i2=''/></a>",
    ROOT "𝄞<b c='𝄞'/></a>",
};

static void plain_documents_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++)
        if (!is_plain(plain[i], strlen(plain[i])))
            fail_msg("not plain: %s", plain[i]);
}

static void other_documents_are_left_alone(void **state)
{
    (void)state;
    static const char *const others[] = {
        "",
        " ",
        "x",
        "<",
        "<a",
        "<a>",
        "<a/>",
        ROOT,
        ROOT "</b>",
        ROOT "</a",
        ROOT "</a>x",
        ROOT "</a>" ROOT "</a>",
        "<a xmlns='urn:y'/>",
        "<x:a xmlns:x='urn:x'/>",
        " <?xml version='1.0'?>" ROOT "</a>",
        "<?xml version='1.1'?>" ROOT "</a>",
        "<?xml encoding='UTF-8'?>" ROOT "</a>",
        "<?xml version='1.0' encoding='latin1'?>" ROOT "</a>",
        "<!DOCTYPE a>" ROOT "</a>",
        ROOT "<![CDATA[]]></a>",
        ROOT "<!-- -- --></a>",
        ROOT "<!-- ---></a>",
        ROOT "<?XML b?></a>",
        ROOT "<?b:c d?></a>",
        ROOT "]]></a>",
        ROOT "&b;</a>",
        ROOT "&</a>",
        ROOT "& ;</a>",
        ROOT "&#0;</a>",
        ROOT "&#xD800;</a>",
        ROOT "&#x110000;</a>",
        ROOT "&#99999999999999999999;</a>",
        ROOT "&#;</a>",
        ROOT "&#x;</a>",
        ROOT "&#1a;</a>",
        ROOT "&lt</a>",
        ROOT "\x01</a>",
        ROOT "\xFF</a>",
        ROOT "\xC3</a>",
        ROOT "\xEF\xBF\xBF</a>",
        ROOT "\xED\xA0\x80</a>",
        ROOT "<b c='1' c='2'/></a>",
        ROOT "<b c='1'd='2'/></a>",
        ROOT "<b c=1/></a>",
        ROOT "<b c/></a>",
        ROOT "<b c='<'/></a>",
        ROOT "<b c='&'/></a>",
        ROOT "<b x:c='1'/></a>",
        ROOT "<b xmlns='urn:x'/></a>",
        ROOT "<b xmlns=''/></a>",
        ROOT "<b / ></a>",
        ROOT "<b ?></a>",
        ROOT "<é/></a>",
        ROOT "<1/></a>",
        ROOT "< b/></a>",
        ROOT "<b></b\x01></a>",
        ROOT "<b c='\r'/></a>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (is_plain(others[i], strlen(others[i])))
            fail_msg("plain: %s", others[i]);
    assert_false(is_plain(ROOT "\0</a>", sizeof ROOT "\0</a>" - 1));
}

/* Any byte of a plain document may be another, or be left out. */
static void changed_documents_are_read_the_same_or_left_alone(void **state)
{
    (void)state;
    static const char bytes[] = "<>/!?-&;#x'\"= \t\r\n]a0:.\xC3\xA9\x01[";
    GRand *chance = g_rand_new_with_seed(1);
    for (int round = 0; round < 40000; round++) {
        g_autoptr(GString) text =
            g_string_new(plain[g_rand_int_range(chance, 0, G_N_ELEMENTS(plain))]);
        for (int i = g_rand_int_range(chance, 1, 4); i > 0 && text->len > 0; i--) {
            gssize at = g_rand_int_range(chance, 0, (gint32)text->len);
            if (g_rand_boolean(chance))
                g_string_erase(text, at, 1);
            else
                g_string_insert_c(text, at, bytes[g_rand_int_range(chance, 0, sizeof bytes - 1)]);
        }
        is_plain(text->str, text->len);
    }
    g_rand_free(chance);
}

/* What is looked at moves on through the document: its end may fall anywhere. */
static void pieces_lie_across_the_ends_of_the_window(void **state)
{
    (void)state;
    const char *piece = "<b c='&lt;é' d='2'>&amp; é ]</b><!-- é --><?e f?>";
    for (size_t fill = 0; fill < strlen(piece) + 4; fill++) {
        g_autoptr(GString) text = g_string_new(ROOT "<!--");
        g_string_set_size(text, 64 * 1024 - fill);
        memset(text->str + strlen(ROOT "<!--"), 'x', text->len - strlen(ROOT "<!--"));
        memcpy(text->str + text->len - strlen(piece) - 3, "-->", 3);
        g_string_truncate(text, text->len - strlen(piece));
        for (int i = 0; i < 3; i++)
            g_string_append(text, piece);
        g_string_append(text, "</a>");
        assert_true(is_plain(text->str, text->len));
    }
}

static void a_piece_that_is_too_long_is_not_plain(void **state)
{
    (void)state;
    g_autofree char *fill = g_strnfill(300 * 1024, 'x');
    g_autofree char *text = g_strconcat(ROOT, fill, "</a>", NULL);
    assert_false(is_plain(text, strlen(text)));
}

/* Returns how many of the files in FOLDER are plain. */
static size_t plain_files(const char *folder)
{
    size_t count = 0;
    GDir *names = g_dir_open(folder, 0, NULL);
    assert_non_null(names);
    for (const char *name; (name = g_dir_read_name(names));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        gsize size;
        if (g_str_has_suffix(name, ".xml") && g_file_get_contents(path, &text, &size, NULL))
            count += is_plain_of(text, size, "urn:rapor:evaluation:1");
    }
    g_dir_close(names);
    return count;
}

static void samples_are_plain(void **state)
{
    (void)state;
    assert_true(plain_files("samples") >= 10);
    assert_true(plain_files("samples/bad") >= 50); /* well-formed, but not to be used */
}

static bool until_two(const void *data)
{
    return strlen(((const GString *)data)->str) < strlen("<urn:x|a><urn:x|b>");
}

static void who_listens_can_end_it(void **state)
{
    (void)state;
    g_autoptr(GString) log = g_string_new(NULL);
    const struct listener listener = {log_begin, log_piece, log_end, until_two, log};
    const char *text = ROOT "<b><wrong></b>";
    struct input *input = input_of_bytes("test", text, strlen(text));
    assert_true(plain_read(input, SPACE, &listener));
    assert_string_equal(log->str, "<urn:x|a><urn:x|b>");
    input_close(input);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_documents_are_read),
        cmocka_unit_test(other_documents_are_left_alone),
        cmocka_unit_test(changed_documents_are_read_the_same_or_left_alone),
        cmocka_unit_test(pieces_lie_across_the_ends_of_the_window),
        cmocka_unit_test(a_piece_that_is_too_long_is_not_plain),
        cmocka_unit_test(samples_are_plain),
        cmocka_unit_test(who_listens_can_end_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
