import { z } from 'zod';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { partyTypes } from '../model/listed-party.ts';
import { ProfileName } from '../model/redaction.ts';
import { evidenceNames, leftOverRoles, pairReasons } from '../model/screening.ts';
import { EscalationInput } from './escalations.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';
import { EntryDetail } from './lists.ts';

const Id = z.string().min(1).max(80);
const EntryId = z.string().min(1).max(200);
const Code = z.string().min(1).max(40);
const Count = z.number().int().nonnegative();
const Revision = z.number().int().nonnegative();
const Score = z.number().min(0).max(1);
const Name = z.string().max(1000);

/** Whom we screened: a party of the register, or a person of the roster (in the restricted view). */
export const Subject = z.strictObject({ kind: z.enum(['party', 'person']), id: Id });
export type Subject = z.infer<typeof Subject>;

export const Manner = z.enum(['default', 'wide', 'strict']);
export type Manner = z.infer<typeof Manner>;

/**
 * `open` waits; `lapsed`: decided once, but the party or the entry has changed since, so it waits again; `trueUnconfirmed`: called true
 * by one person, waits for a second; `gone`: the entry left the list.
 */
export const HitState = z.enum(['open', 'lapsed', 'needFacts', 'escalated', 'trueUnconfirmed', 'trueMatch', 'falsePositive', 'gone']);
export type HitState = z.infer<typeof HitState>;

export const Verdict = z.enum(['trueMatch', 'falsePositive', 'needFacts', 'escalate', 'reopen']);
export type Verdict = z.infer<typeof Verdict>;

/** Closed, so that false positives can be counted by cause. */
export const DecisionReason = z.enum([
  'differentName',
  'differentBirth',
  'differentCountry',
  'differentIdentifier',
  'differentBusiness',
  'differentType',
  'sameIdentifier',
  'sameNameAndFacts',
  'admitted',
  'ownershipShown',
  'notEnoughFacts',
  'other',
]);
export type DecisionReason = z.infer<typeof DecisionReason>;

export const HitLine = z.strictObject({
  id: Id,
  list: Code,
  listTitle: z.string().max(300),
  entryId: EntryId,
  entryName: Name,
  matchedName: Name,
  score: Score,
  nameScore: Score,
  evidenceScore: z.number(),
  band: z.enum(['strong', 'review']),
  state: HitState,
  /** The list is a training list. */
  training: z.boolean(),
  revision: Revision,
});
export type HitLine = z.infer<typeof HitLine>;

export const HitGroup = z.strictObject({
  subject: Subject,
  name: z.string().max(400),
  /** Country and role, in words: `AE, customer`. */
  about: z.string().max(200),
  hits: z.array(HitLine).max(100),
  hitCount: Count,
});
export type HitGroup = z.infer<typeof HitGroup>;

export const QueueFilter = z.strictObject({
  states: z.array(HitState).max(8).default(['open', 'lapsed', 'needFacts', 'escalated', 'trueUnconfirmed']),
  lists: z.array(Code).max(60).optional(),
  bands: z
    .array(z.enum(['strong', 'review']))
    .max(2)
    .optional(),
  /** Staff stand in the restricted view: only when somebody asks for them. */
  subjects: z
    .array(z.enum(['party', 'person']))
    .max(2)
    .default(['party']),
  /** Only hits of one. */
  subject: Subject.nullable().default(null),
  /** Only hits a list version or a run brought. */
  runId: Id.optional(),
  text: z.string().max(200).default(''),
  /** Only hits that were passed on to one of these and wait for the answer. */
  askedOf: z.array(z.string().max(200)).max(50).optional(),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

export const HitDecision = z.strictObject({
  id: Id,
  verdict: Verdict,
  reason: DecisionReason,
  note: z.string().max(4000),
  by: z.string().max(200),
  at: IsoInstant,
  /** Second person on a true match. */
  second: z.strictObject({ agree: z.boolean(), note: z.string().max(4000), by: z.string().max(200), at: IsoInstant }).nullable(),
  lapsed: z.strictObject({ at: IsoInstant, why: z.string().max(1000) }).nullable(),
});
export type HitDecision = z.infer<typeof HitDecision>;

const PairView = z.strictObject({
  query: z.string().max(400),
  listed: z.string().max(400),
  reason: z.enum(pairReasons),
  similarity: z.number(),
  weight: z.number(),
});
const LeftOverView = z.strictObject({ text: z.string().max(400), role: z.enum(leftOverRoles), points: z.number() });
const FeatureView = z.strictObject({
  name: z.enum(evidenceNames),
  ours: z.string().max(1000),
  theirs: z.string().max(1000),
  points: z.number(),
  why: z.string().max(1000),
});

export const HitDetail = HitLine.extend({
  subject: Subject,
  subjectName: z.string().max(400),
  subjectAbout: z.string().max(200),
  queryName: Name,
  pairs: z.array(PairView).max(60),
  unmatched: z.strictObject({ query: z.array(LeftOverView).max(60), listed: z.array(LeftOverView).max(60) }),
  features: z.array(FeatureView).max(20),
  entry: EntryDetail,
  /** Every name of the entry with its own score, best first. */
  otherNames: z
    .array(z.strictObject({ text: Name, kind: z.string().max(20), script: z.string().max(10), nameScore: Score.nullable() }))
    .max(200),
  listVersion: z.string().max(120),
  engineVersion: z.string().max(40),
  profile: z.string().max(80),
  reviewAt: Score,
  strongAt: Score,
  firstSeen: IsoInstant,
  lastSeen: IsoInstant,
  decisions: z.array(HitDecision).max(100),
  /** Place of this hit among its subject's hits, 1-based. */
  place: z.strictObject({ at: Count, of: Count }),
});
export type HitDetail = z.infer<typeof HitDetail>;

export const Run = z.strictObject({
  id: Id,
  startedAt: IsoInstant,
  finishedAt: IsoInstant.nullable(),
  by: z.string().max(200),
  /** `lists`: only what a new list version changed; `subjects`: only parties that changed; `all`: everybody against everything. */
  cause: z.enum(['all', 'lists', 'subjects', 'profile']),
  subjects: Count,
  entries: Count,
  newHits: Count,
  lapsed: Count,
  gone: Count,
  lists: z.array(z.strictObject({ code: Code, version: z.string().max(120), published: IsoDate.nullable() })).max(100),
  profile: z.string().max(80),
});
export type Run = z.infer<typeof Run>;

export const LookUpHit = z.strictObject({
  list: Code,
  listTitle: z.string().max(300),
  entryId: EntryId,
  entryName: Name,
  type: z.enum(partyTypes),
  matchedName: Name,
  score: Score,
  nameScore: Score,
  evidenceScore: z.number(),
  band: z.enum(['strong', 'review']),
  pairs: z.array(PairView).max(60),
  unmatched: z.strictObject({ query: z.array(LeftOverView).max(60), listed: z.array(LeftOverView).max(60) }),
  features: z.array(FeatureView).max(20),
});
export type LookUpHit = z.infer<typeof LookUpHit>;

export const LookUpSign = z.strictObject({ severity: z.enum(['high', 'medium', 'low']), text: z.string().max(400) });
export type LookUpSign = z.infer<typeof LookUpSign>;

export const LookUp = z.strictObject({
  id: Id,
  at: IsoInstant,
  names: z
    .array(
      z.strictObject({
        name: Name,
        type: z.enum(partyTypes),
        country: z.string().length(2).nullable(),
        hits: z.array(LookUpHit).max(50),
        /** Embargoed places and other signs that the name or country itself gives. */
        signs: z.array(LookUpSign).max(10),
      }),
    )
    .max(2000),
  lists: z
    .array(
      z.strictObject({
        code: Code,
        title: z.string().max(300),
        version: z.string().max(120),
        published: IsoDate.nullable(),
        ageDays: z.number().int().nullable(),
      }),
    )
    .max(100),
  manner: Manner,
  milliseconds: z.number().nonnegative(),
});
export type LookUp = z.infer<typeof LookUp>;

/** Thresholds by `LIST/type`, `LIST`, `type` or `*`. */
export const Thresholds = z.record(z.string().max(80), z.strictObject({ review: Score, strong: Score }));
export const Profile = z.strictObject({
  manner: Manner,
  thresholds: Thresholds,
  secondPerson: z.boolean(),
  remindAfterDays: z.number().int().min(1).max(365),
  revision: Revision,
});
export type Profile = z.infer<typeof Profile>;

const Effect = z.strictObject({ subjects: Count, hits: Count, strong: Count });
export const ProfileEffect = z.strictObject({
  before: Effect,
  after: Effect,
  /** All that would be in force, those of the manner included. */
  thresholds: Thresholds,
  /** What would come and go, likeliest first. */
  gained: z.array(z.strictObject({ subjectName: z.string().max(400), entryName: Name, list: Code, score: Score })).max(50),
  lost: z.array(z.strictObject({ subjectName: z.string().max(400), entryName: Name, list: Code, score: Score, decided: HitState })).max(50),
});
export type ProfileEffect = z.infer<typeof ProfileEffect>;

const touched = ['screening', 'parties', 'journal'] as const;

export const screeningMethods = {
  /** What the top of every screening screen says. */
  'screening.standing': query(
    z.strictObject({}),
    z.strictObject({
      subjects: z.strictObject({ parties: Count, people: Count, neverScreened: Count, changedSince: Count }),
      /** Of parties; staff are counted apart, since not everybody who screens parties looks after staff. */
      waiting: z.strictObject({ hits: Count, subjects: Count, strong: Count }),
      waitingStaff: z.strictObject({ hits: Count, subjects: Count, strong: Count }),
      lists: z
        .array(
          z.strictObject({
            code: Code,
            title: z.string().max(300),
            ageDays: z.number().int().nullable(),
            old: z.boolean(),
            training: z.boolean(),
          }),
        )
        .max(100),
      lastRun: Run.nullable(),
      /** Day the next screening is due, by the reminder. */
      dueOn: IsoDate.nullable(),
      due: z.boolean(),
    }),
    ['screening', 'lists', 'parties', 'people'],
  ),
  'screening.queue': query(
    z.strictObject({
      filter: QueueFilter,
      offset: Count.default(0),
      limit: z.number().int().min(1).max(200).default(50),
      /** The page that holds this hit, where the filter finds it; else the page at `offset`. */
      around: Id.nullable().default(null),
    }),
    /** `offset`: of the first group given; never past the end, so that a queue that shrank shows its last page. */
    z.strictObject({ subjects: Count, hits: Count, offset: Count, groups: z.array(HitGroup).max(200) }),
    ['screening', 'lists', 'parties'],
  ),
  'screening.hit': query(z.strictObject({ id: Id }), HitDetail, ['screening', 'lists', 'parties']),
  'screening.hitsOf': query(z.strictObject({ subject: Subject }), z.array(HitLine).max(500), ['screening', 'lists', 'parties']),
  'screening.hitHistory': query(z.strictObject({ id: Id }), z.array(JournalEntry).max(200), ['screening', 'journal']),
  /** One decision for one or many hits. A true match waits for a second person where the profile says so. */
  'screening.decide': command(
    z.strictObject({
      hits: z
        .array(z.strictObject({ id: Id, revision: Revision }))
        .min(1)
        .max(500),
      verdict: Verdict,
      reason: DecisionReason,
      note: z.string().trim().max(4000),
      /** Of `escalate`: to whom, what is asked, by when. Null for the other verdicts. */
      escalation: EscalationInput.nullable().default(null),
      /** How long the hit was looked at; null where several were decided at once. */
      seconds: z.number().min(0).max(86_400).nullable(),
    }),
    z.strictObject({ changed: Count, waitingForSecond: Count }),
    [...touched],
  ),
  /** Refused to the person who called it true. */
  'screening.second': command(
    z.strictObject({
      id: Id,
      revision: Revision,
      agree: z.boolean(),
      note: z.string().trim().max(4000),
      by: z.string().trim().min(1).max(200),
    }),
    HitDetail,
    [...touched],
  ),
  'screening.run': command(
    z.strictObject({ cause: z.enum(['all', 'subjects']), subjects: z.array(Subject).max(5000).nullable() }),
    z.strictObject({ jobId: Id }),
    [...touched],
  ),
  'screening.runs': query(z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }), z.array(Run).max(200), ['screening']),
  /** Screens pasted names at once, without keeping them as parties. `keep` false: nothing of it is written down. */
  'screening.lookUp': command(
    z.strictObject({
      names: z
        .array(
          z.strictObject({
            name: z.string().trim().min(1).max(400),
            type: z.enum(partyTypes),
            country: z.string().length(2).nullable(),
            birth: z.string().max(10).default(''),
          }),
        )
        .min(1)
        .max(2000),
      manner: Manner,
    }),
    LookUp,
    [],
  ),
  /** Why an entry was not a hit for a name, or was. */
  'screening.explain': query(
    z.strictObject({
      name: z.string().trim().min(1).max(400),
      type: z.enum(partyTypes),
      country: z.string().length(2).nullable(),
      list: Code,
      entryId: EntryId,
    }),
    z.strictObject({
      outcome: z.enum(['hit', 'belowReview', 'notCandidate']),
      hit: LookUpHit.nullable(),
      names: z.array(z.strictObject({ text: Name, nameScore: Score })).max(200),
      reviewAt: Score,
      strongAt: Score,
    }),
    ['lists', 'screening'],
  ),
  'screening.profile': query(z.strictObject({}), Profile, ['screening']),
  /** What another profile would do to the subjects of the last runs, before it is saved. */
  'screening.tryProfile': query(z.strictObject({ manner: Manner, thresholds: Thresholds }), ProfileEffect, [
    'screening',
    'lists',
    'parties',
  ]),
  'screening.saveProfile': command(Profile, Profile, [...touched]),
  'screening.measures': query(
    z.strictObject({}),
    z.strictObject({
      screened: Count,
      alertsPer100: z.number().nullable(),
      /** Of what was decided; null while nothing was. */
      shareFalse: z.number().nullable(),
      decided: Count,
      /** Median seconds a hit was on screen before its decision. */
      secondsPerDecision: z.number().nullable(),
      byMonth: z.array(z.strictObject({ month: z.string().max(7), hits: Count, trueMatches: Count, falsePositives: Count })).max(36),
      byReason: z.array(z.strictObject({ reason: DecisionReason, count: Count })).max(20),
    }),
    ['screening'],
  ),
  /** Names, lists and versions, thresholds, result and a hash, as PDF or HTML. Null: the dialog was left. */
  'screening.exportCertificate': command(
    z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('lookUp'), id: Id }),
        z.strictObject({ kind: z.literal('subject'), subject: Subject }),
        z.strictObject({ kind: z.literal('run'), id: Id }),
      ]),
      as: z.enum(['pdf', 'html']),
      redaction: ProfileName,
    }),
    z.strictObject({ name: z.string().max(300), bytes: Count, sha256: z.string().max(64) }).nullable(),
    ['reports', 'journal'],
  ),
} as const;
