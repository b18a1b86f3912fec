/* elements.h - what is done where an element begins or ends. */
#ifndef READ_EVALUATION_ELEMENTS_H
#define READ_EVALUATION_ELEMENTS_H

#include "reader.h"
#include "tags.h"

extern const struct xml_element_rule evaluation_grammar;
/* Parts of it: grammar_session.c. */
extern const struct xml_element_rule session_rule, team_rule, objection_rule, ceremony_rule,
    schedule_rule, item_rule, note_rule, recommendation_rule, evidence_rule;
extern const char *const indicator_states[];

/* What to do where an element begins or ends; TAG has passed the grammar or
 * what is wrong with it is noted. */
void evaluation_begin(struct evaluation_reader *reader, const struct tag *tag);
void issuer_begin(struct evaluation_reader *reader, const struct tag *tag);
void decree_begin(struct evaluation_reader *reader, const struct tag *tag);
void signatory_begin(struct evaluation_reader *reader, const struct tag *tag);
void letter_begin(struct evaluation_reader *reader, const struct tag *tag);
void press_begin(struct evaluation_reader *reader, const struct tag *tag);
void quote_begin(struct evaluation_reader *reader, const struct tag *tag);
void quote_end(struct evaluation_reader *reader);
void correction_begin(struct evaluation_reader *reader, const struct tag *tag);
void correction_end(struct evaluation_reader *reader);
void team_begin(struct evaluation_reader *reader, const struct tag *tag);
void team_end(struct evaluation_reader *reader);
void appointee_begin(struct evaluation_reader *reader, const struct tag *tag);
void duty_end(struct evaluation_reader *reader);
void ceremony_begin(struct evaluation_reader *reader, const struct tag *tag);
void basis_begin(struct evaluation_reader *reader, const struct tag *tag);
void register_begin(struct evaluation_reader *reader, const struct tag *tag);
void region_begin(struct evaluation_reader *reader, const struct tag *tag);
void institution_begin(struct evaluation_reader *reader, const struct tag *tag);
void institution_end(struct evaluation_reader *reader);
void session_begin(struct evaluation_reader *reader, const struct tag *tag);
void session_end(struct evaluation_reader *reader);
void day_begin(struct evaluation_reader *reader, const struct tag *tag);
void day_end(struct evaluation_reader *reader);
void unit_begin(struct evaluation_reader *reader, const struct tag *tag);
void assessor_begin(struct evaluation_reader *reader, const struct tag *tag);
void participant_begin(struct evaluation_reader *reader, const struct tag *tag);
void agenda_end(struct evaluation_reader *reader);
void agreed_begin(struct evaluation_reader *reader, const struct tag *tag);
void agreed_end(struct evaluation_reader *reader);
void indicator_begin(struct evaluation_reader *reader, const struct tag *tag);
void indicator_end(struct evaluation_reader *reader);
void score_begin(struct evaluation_reader *reader, const struct tag *tag);
void fact_end(struct evaluation_reader *reader);
void analysis_end(struct evaluation_reader *reader);
void reason_end(struct evaluation_reader *reader);
void item_begin(struct evaluation_reader *reader, const struct tag *tag);
void note_end(struct evaluation_reader *reader);
void recommendation_end(struct evaluation_reader *reader);
void schedule_begin(struct evaluation_reader *reader, const struct tag *tag);
void evidence_begin(struct evaluation_reader *reader, const struct tag *tag);
void application_begin(struct evaluation_reader *reader, const struct tag *tag);
void shortfall_begin(struct evaluation_reader *reader, const struct tag *tag);
void shortfall_end(struct evaluation_reader *reader);
void objection_begin(struct evaluation_reader *reader, const struct tag *tag);
void objection_end(struct evaluation_reader *reader);
void claim_begin(struct evaluation_reader *reader, const struct tag *tag);
void ground_end(struct evaluation_reader *reader);
void reply_end(struct evaluation_reader *reader);
void published_begin(struct evaluation_reader *reader, const struct tag *tag);
void average_begin(struct evaluation_reader *reader, const struct tag *tag);
void published_domain_begin(struct evaluation_reader *reader, const struct tag *tag);
void published_aspect_begin(struct evaluation_reader *reader, const struct tag *tag);
void history_begin(struct evaluation_reader *reader, const struct tag *tag);

#endif
