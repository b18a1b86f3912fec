#include "rapor/read/records.h"

#include "reading.h"

#include <malloc.h>

#define HEAD "<evaluation xmlns='urn:rapor:evaluation:1' instrument='mini' year='2021'>"
#define ONE  "<institution code='A' name='A' group='kementerian'>"
#define REST "<indicator no='2' level='3'/><indicator no='3' level='3'/>"
#define TAIL "</institution></evaluation>"

enum { SELF, DOCUMENT, INTERVIEW, REVIEW };

static void sessions_are_kept(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct records *records = reading.evaluation->institutions[0].records;
    assert_int_equal(records->meeting_count, 2);
    const struct meeting *meeting = &records->meetings[0];
    assert_int_equal(meeting->stage, INTERVIEW);
    assert_string_equal(meeting->date, "2021-08-23");
    assert_string_equal(meeting->mode, "virtual");
    assert_string_equal(meeting->place, "Ruang Rapat");
    assert_int_equal(meeting->assessor_count, 1);
    assert_string_equal(meeting->assessors[0].role, "lead");
    assert_string_equal(meeting->assessors[0].affiliation, "Universitas");
    assert_int_equal(meeting->participant_count, 1);
    assert_string_equal(meeting->participants[0].office, "Kepala Dinas");

    assert_string_equal(meeting->number, "BA-1");
    assert_string_equal(meeting->hour, "09.00 WIB");
    assert_string_equal(meeting->assignment, "ST-1");
    assert_string_equal(meeting->assigned, "2021-08-16");
    assert_int_equal(meeting->agenda_count, 1);
    assert_string_equal(meeting->agenda[0], "Pembukaan.");
    assert_int_equal(meeting->agreed_count, 1);
    assert_string_equal(meeting->agreed[0].by, "Dinas Kominfo");
    assert_string_equal(meeting->agreed[0].until, "2021-09-06");
    assert_string_equal(meeting->agreed[0].text, "Mengirim peraturan."); /* in one line */
    assert_int_equal(records->meetings[1].agenda_count, 0);

    assert_int_equal(meeting->day_count, 2);
    assert_int_equal(meeting->days[0].unit_count, 2);
    assert_int_equal(meeting->days[0].units[0], 1); /* it stands further down */
    assert_int_equal(meeting->days[0].units[1], 0);
    assert_int_equal(meeting->days[1].unit_count, 0);
    assert_string_equal(records->meetings[1].date, "2021-09-01"); /* its first day's */
    assert_int_equal(records->meetings[1].assessor_count, 0);
    end(&reading);
}

static void what_is_contested_is_kept(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct objection *objection = reading.evaluation->institutions[0].records->objection;
    assert_string_equal(objection->number, "S-1");
    assert_string_equal(objection->answered, "2021-12-15");
    assert_int_equal(objection->claim_count, 2);
    assert_int_equal(objection->claims[0].indicator, 2);
    assert_int_equal(objection->claims[0].level, 4);
    assert_int_equal(objection->claims[0].outcome, OUTCOME_REJECTED);
    assert_string_equal(objection->claims[0].ground, "Ada bukti."); /* in one line */
    assert_string_equal(objection->claims[0].reply, "Terlambat.");
    assert_null(objection->claims[1].ground);
    assert_null(reading.evaluation->institutions[3].records->objection);
    end(&reading);
}

static void team_and_ceremony_are_kept(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct team *team = &reading.evaluation->team;
    assert_string_equal(team->costs, "Anggaran");
    assert_int_equal(team->member_count, 2);
    assert_string_equal(team->members[0].role, "Ketua");
    assert_null(team->members[1].office);
    assert_int_equal(team->duty_count, 1);
    assert_string_equal(team->duties[0], "menilai bukti");
    assert_string_equal(reading.evaluation->ceremony.place, "Balai");
    assert_string_equal(reading.evaluation->ceremony.reply, "2022-02-08");
    end(&reading);
}

static void scores_stand_in_the_order_of_stages(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct answer *first = reading.evaluation->institutions[0].records->answers;
    assert_int_equal(first[0].score_count, 0); /* short form */
    assert_int_equal(first[1].score_count, 3);
    assert_int_equal(first[1].scores[0].stage, SELF);
    assert_int_equal(first[1].scores[0].level, 4);
    assert_string_equal(first[1].scores[1].fact, "Ada peraturan."); /* in one line */
    assert_string_equal(first[1].scores[1].analysis, "Belum ditetapkan.");
    assert_string_equal(first[1].scores[1].reason, "Draf.");
    assert_false(first[1].scores[1].copied);
    assert_int_equal(first[1].scores[2].level, 2); /* of the document */
    assert_true(first[1].scores[2].copied);
    assert_null(first[1].scores[2].fact);
    assert_int_equal(first[2].scores[2].verdict, VERDICT_INVALID);
    assert_int_equal(first[2].scores[2].level, 1);

    const struct answer *last = reading.evaluation->institutions[3].records->answers;
    assert_int_equal(last[0].scores[0].stage, DOCUMENT); /* the file has it after the interview */
    assert_int_equal(last[0].scores[1].stage, INTERVIEW);
    assert_int_equal(last[1].scores[1].stage, REVIEW);
    assert_int_equal(last[1].scores[1].verdict, VERDICT_VALID);
    assert_int_equal(last[1].scores[1].level, 5);
    assert_true(last[1].scores[1].copied);
    end(&reading);
}

static void evidence_applications_and_shortfalls_are_kept(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct records *records = reading.evaluation->institutions[0].records;
    assert_int_equal(records->answers[1].evidence_count, 1);
    assert_string_equal(records->answers[1].evidence[0].kind, "regulation");
    assert_int_equal(records->answers[1].evidence[0].status, EVIDENCE_DRAFT);
    assert_int_equal(records->answers[2].evidence_count, 0);
    assert_int_equal(records->application_count, 1);
    assert_string_equal(records->applications[0].service, "pengaduan");
    assert_string_equal(records->applications[0].hosting, "outside");
    assert_int_equal(records->shortfall_count, 1);
    assert_int_equal(records->shortfalls[0].kind, SHORTFALL_SERVER);
    assert_string_equal(records->shortfalls[0].text, "Belum ada pusat data.");
    end(&reading);
}

static void words_are_those_of_the_file(void **state)
{
    (void)state;
    assert_null(verdict_word(VERDICT_NONE));
    assert_string_equal(verdict_word(VERDICT_INVALID), "invalid");
    assert_null(evidence_word(EVIDENCE_NONE));
    assert_string_equal(evidence_word(EVIDENCE_OUTDATED), "outdated");
    assert_string_equal(shortfall_word(SHORTFALL_NETWORK), "network");
    assert_string_equal(shortfall_word(SHORTFALL_DOCUMENT), "document");
}

static void texts_are_put_together(void **state)
{
    (void)state;
    struct reading reading =
        read_text(HEAD ONE "<indicator no='1' level='3'><evidence kind='a' title='b'/></indicator>"
                           "<shortfall kind='policy'> a&amp;<![CDATA[b <c>]]>\n\t d<!-- e --> f "
                           "</shortfall><shortfall kind='people'> \n</shortfall>" REST TAIL);
    const struct records *records = reading.evaluation->institutions[0].records;
    assert_string_equal(records->shortfalls[0].text, "a&b <c> d f");
    assert_null(records->shortfalls[1].text);
    assert_int_equal(records->answers[0].evidence[0].status, EVIDENCE_NONE);
    assert_int_equal(records->answers[0].score_count, 0);
    assert_int_equal(records->answers[1].evidence_count, 0); /* not that of the one before */
    end(&reading);
}

/* An institution objects to what assessors gave; what it asks for counts for
 * nothing until they answer. */
static const char *const objection[] = {
    "<stage id=\"review\" name=\"Reviu\"/>",
    "<stage id=\"claim\" name=\"Sanggah\" counts=\"no\"/>"
    "<stage id=\"objection\" name=\"Keputusan atas Sanggah\"/>",
};

/* Reads indicator 1 as SCORES, with the instrument's stages self, document,
 * interview, claim, objection. */
static struct reading read_objection(const char *scores)
{
    g_autofree char *folder = g_dir_make_tmp("rapor-XXXXXX", NULL);
    g_autofree char *mini = g_build_filename(folder, "mini", NULL);
    g_autofree char *path = g_build_filename(mini, "instrument.xml", NULL);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(LAYOUTS "/mini/instrument.xml", &text, NULL, NULL));
    g_autoptr(GString) changed = g_string_new(text);
    assert_int_equal(g_string_replace(changed, objection[0], objection[1], 0), 1);
    assert_int_equal(g_mkdir(mini, 0700), 0);
    assert_true(g_file_set_contents(path, changed->str, -1, NULL));

    g_autofree char *file =
        g_strconcat(HEAD ONE "<indicator no='1'>", scores, "</indicator>" REST TAIL, NULL);
    struct reading reading = read_text_with(folder, file);
    g_unlink(path);
    g_rmdir(mini);
    g_rmdir(folder);
    return reading;
}

static void objections_count_once_they_are_answered(void **state)
{
    (void)state;
    struct reading reading = read_objection("<score stage='self' level='5'/>"
                                            "<score stage='document' level='2'/>"
                                            "<score stage='claim' level='4'/>"
                                            "<score stage='objection' level='3'/>");
    const struct institution *one = &reading.evaluation->institutions[0];
    assert_int_equal(one->levels[0], 3);
    assert_int_equal(one->self[0], 5); /* not what was asked for */
    end(&reading);

    reading = read_objection("<score stage='document' level='2'/><score stage='claim' level='4'/>"
                             "<score stage='objection'/>");
    one = &reading.evaluation->institutions[0];
    assert_int_equal(one->levels[0], 2);
    assert_null(one->self);
    assert_int_equal(one->records->answers[0].scores[2].level, 2);
    end(&reading);

    reading = read_objection("<score stage='self' level='5'/><score stage='document'/>"
                             "<score stage='claim' level='5'/>");
    assert_null(reading.evaluation); /* no stage that counts gave a level */
    end(&reading);
}

/* A sanitizer sees whether the second goes beyond the room of the first. */
static void an_indicator_given_twice_is_refused(void **state)
{
    (void)state;
    struct reading reading = read_text(
        HEAD ONE "<indicator no='1'><score stage='document' level='3'/></indicator>"
                 "<indicator no='1'><score stage='document' level='3'/></indicator>" TAIL);
    assert_null(reading.evaluation);
    end(&reading);
}

static void nothing_is_kept_of_a_short_form(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    assert_null(reading.evaluation->institutions[1].records);
    assert_null(reading.evaluation->institutions[2].records);
    end(&reading);
}

/* Reads COUNT institutions whose indicators are each written as INDICATOR. */
static struct reading read_many(size_t count, const char *rest)
{
    g_autoptr(GString) text = g_string_new(HEAD);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(text,
                               "<institution code='K%zu' name='Kementerian %zu' "
                               "group='kementerian'>%s</institution>",
                               i, i, rest);
    g_string_append(text, "</evaluation>");
    return read_text(text->str);
}

static size_t allocated(void)
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/* Returns the bytes for each of many institutions; 0 where a sanitizer allocates. */
static size_t memory_of(const char *indicators)
{
    const size_t count = 20000, before = allocated();
    struct reading reading = read_many(count, indicators);
    assert_non_null(reading.evaluation);
    const size_t memory = allocated() - before;
    end(&reading);
    return memory / count;
}

/* 144 bytes of itself, which lie in a list that grew by doubling, 16 of levels,
 * 48 of texts. */
static void short_forms_stay_small(void **state)
{
    (void)state;
    static const char levels[] = "<indicator no='1' level='3'/>" REST;
    static const char scores[] =
        "<indicator no='1'><score stage='document' level='3'/></indicator>" REST;
    const size_t small = memory_of(levels), large = memory_of(scores);
    assert_true(small <= 550);
    assert_true(large == 0 || large >= small + sizeof(struct records));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_are_kept),
        cmocka_unit_test(what_is_contested_is_kept),
        cmocka_unit_test(team_and_ceremony_are_kept),
        cmocka_unit_test(scores_stand_in_the_order_of_stages),
        cmocka_unit_test(evidence_applications_and_shortfalls_are_kept),
        cmocka_unit_test(words_are_those_of_the_file),
        cmocka_unit_test(texts_are_put_together),
        cmocka_unit_test(objections_count_once_they_are_answered),
        cmocka_unit_test(an_indicator_given_twice_is_refused),
        cmocka_unit_test(nothing_is_kept_of_a_short_form),
        cmocka_unit_test(short_forms_stay_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
