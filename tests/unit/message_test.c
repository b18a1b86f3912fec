/* What a worker tells its parent arrives as it was, however the pipe cuts it. */
#include "../../src/jobs/message.h"

#include "tools.h"

static const struct message told[] = {
    {.kind = MESSAGE_BEGUN, .text = "Kab. Pesisir Selatan\nbaris kedua"},
    {.kind = MESSAGE_RECORD,
     .record = {.file = "wilayah/13 barat.zip",
                .entry = "13.01/surat.pdf",
                .size = UINT64_MAX,
                .digest = "9f86d081",
                .key = "a-b"}},
    {.kind = MESSAGE_RECORD, .record = {.file = "nasional.zip", .size = 7, .key = "-"}},
    {.kind = MESSAGE_DONE},
    {.kind = MESSAGE_FAILURE, .code = 74, .text = "%s: no room"},
};

static void check_text(const char *is, const char *should)
{
    assert_true((is == NULL) == (should == NULL));
    if (should)
        assert_string_equal(is, should);
}

static void check_same(const struct message *is, const struct message *should)
{
    assert_int_equal(is->kind, should->kind);
    assert_int_equal(is->code, should->code);
    check_text(is->text, should->text);
    assert_true(is->record.size == should->record.size);
    check_text(is->record.file, should->record.file);
    check_text(is->record.entry, should->record.entry);
    check_text(is->record.digest, should->record.digest);
    check_text(is->record.key, should->record.key);
}

static void messages_come_one_after_the_other(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        message_pack(&told[i], bytes);
    size_t at = 0;
    struct message message;
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        at += message_unpack(bytes->data + at, bytes->len - at, &message);
        check_same(&message, &told[i]);
    }
    assert_int_equal(at, bytes->len);
}

static void what_is_not_whole_waits(void **state)
{
    (void)state;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct message message;
    message_pack(&told[1], bytes);
    for (size_t count = 0; count < bytes->len; count++)
        assert_int_equal(message_unpack(bytes->data, count, &message), 0);
    assert_int_equal(message_unpack(bytes->data, bytes->len, &message), bytes->len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_come_one_after_the_other),
        cmocka_unit_test(what_is_not_whole_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
