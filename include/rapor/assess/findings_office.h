/* findings_office.h - what an office would regret once its papers are out.
 *
 *   issuer-missing      nobody issues the papers: no letterhead, no name
 *   decree-incomplete   a decree without number, date or place
 *   letter-incomplete   letters without number or date
 *   signatory-missing   papers that nobody signs
 *   letter-date         letters dated before the decree they bring
 *   letter-one-number   one number for all letters
 *   letter-signer       a letter by an office that does not write to such a group
 *   name-twice          two institutions of the same name
 *   name-odd            a name with odd spaces or look-alike letters
 *   region-other        an institution with the code of another region
 *   session-lead        minutes that nobody signs for the assessors
 *   link-dense          a QR code too dense to scan
 *
 * All are warnings. */
#ifndef RAPOR_ASSESS_FINDINGS_OFFICE_H
#define RAPOR_ASSESS_FINDINGS_OFFICE_H

struct diagnostics;
struct sites;
struct standings;

/* Adds the findings; SITES says where institutions stand, NULL where unknown. */
void findings_add_office(const struct standings *standings, const struct sites *sites,
                         struct diagnostics *diagnostics);

#endif
