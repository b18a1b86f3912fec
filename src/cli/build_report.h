/* build_report.h - what build says when everything is published. */
#ifndef CLI_BUILD_REPORT_H
#define CLI_BUILD_REPORT_H

#include "command.h"
#include "progress.h"

#include "rapor/jobs/build.h"

/* How much there is, in how long, and how it is verified. */
void build_tell_done(const struct call *call, const struct progress_reporter *reporter);

/* Who signed how much, and for whom the others wait. */
void build_tell_signed(const struct call *call, const struct build_signing *signing);

#endif
