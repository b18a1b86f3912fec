/* register.h - what "rapor register" does: a word, and what is behind it. */
#ifndef CLI_REGISTER_REGISTER_H
#define CLI_REGISTER_REGISTER_H

#include "../command.h"

struct paper;
struct registry;

#define REGISTER_DEFAULT "register.xml"

struct register_action {
    const char *name;
    size_t inputs_min, inputs_max; /* behind the name */
    const char *inputs;            /* what they are called */
    int (*run)(struct call *call, GError **error);
};

/* Their inputs stand behind the first, the name of the action. */
extern const struct register_action register_reserve_action, register_list_action,
    register_show_action, register_withdraw_action, register_delivered_action,
    register_check_action, register_note_action;

/* Returns where the register is: --register, or the default. */
const char *register_path(const struct call *call);

/* Opens the register that the call or the evaluation names, and gives its papers to the
 * session; REGISTRY is NULL where none is named. */
bool call_registry(struct call *call, struct session *session, struct registry **registry,
                   GError **error);

/* Makes the packs of FOLDER in OUT, and says what they are. */
bool dispatch_folder(const struct call *call, struct session *session, const char *folder,
                     const char *out, GError **error);

/* Appends a JSON line of a paper. */
void register_json(GString *out, const struct paper *paper);

/* Returns --date, or today. */
const char *register_date(const struct call *call, GError **error);

#endif
