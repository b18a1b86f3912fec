/* shortage.h - a machine that has no memory left, or cannot start a thread, ends the run with
 * FAILURE_SHORTAGE and a message, wherever that is found out. */
#ifndef RAPOR_BASE_SHORTAGE_H
#define RAPOR_BASE_SHORTAGE_H

/* To be called once, when the language is known. */
void shortage_prepare(void);

#endif
