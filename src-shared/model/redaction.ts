import { z } from 'zod';

/**
 * How people stand in a report. `initials`: names become initials. `withheld`: no name, account, mail address or number that tells who it is,
 * and no list of people.
 */
export const PeopleShown = z.enum(['shown', 'initials', 'withheld']);
export type PeopleShown = z.infer<typeof PeopleShown>;

/**
 * What a profile can leave out beside people. A new part belongs here; its words are `redaction.part.<part>` (with `.hint` and `.said`), and every
 * room whose report carries it asks `leavesOut`.
 * - `legalAdvice`: notes and evidence marked as attorney advice, and what was asked of counsel and answered in an incident.
 * - `evidenceFiles`: the files themselves, which a binder would hold. A file cannot be redacted, so they never go where people are hidden.
 * - `exposure`: penalty exposure and the value of transactions in an incident's file.
 */
export const RedactionPart = z.enum(['legalAdvice', 'evidenceFiles', 'exposure']);
export type RedactionPart = z.infer<typeof RedactionPart>;

/** Name of a profile: one of the ready-made ones, or one that the workspace keeps. */
export const ProfileName = z.string().trim().min(1).max(60);

/** What a reader outside the company may not see, and the name of the profile that says so. */
export const Redaction = z.strictObject({ profile: ProfileName, people: PeopleShown, leavesOut: z.array(RedactionPart) });
export type Redaction = z.infer<typeof Redaction>;

export const readyMadeNames = ['none', 'initials', 'noPeople', 'noAttorneyAdvice'] as const;

/** Profiles that every workspace has. Their words are `redaction.profile.<name>`. */
export const readyMade: Readonly<Record<(typeof readyMadeNames)[number], Redaction>> = {
  none: { profile: 'none', people: 'shown', leavesOut: [] },
  initials: { profile: 'initials', people: 'initials', leavesOut: ['evidenceFiles'] },
  noPeople: { profile: 'noPeople', people: 'withheld', leavesOut: ['evidenceFiles'] },
  noAttorneyAdvice: { profile: 'noAttorneyAdvice', people: 'shown', leavesOut: ['legalAdvice'] },
};

export const isReadyMade = (name: string): name is keyof typeof readyMade => Object.hasOwn(readyMade, name);

export const leavesOut = (redaction: Pick<Redaction, 'leavesOut'>, part: RedactionPart): boolean => redaction.leavesOut.includes(part);

export const hidesPeople = ({ people }: Pick<Redaction, 'people'>): boolean => people !== 'shown';

/** Whether a report says anything about what it withholds. */
export const withholds = (redaction: Redaction): boolean => hidesPeople(redaction) || redaction.leavesOut.length > 0;
