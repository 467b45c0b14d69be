import type { ReleaseLicence } from '../../../src-shared/model/release.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { GateDestinationFacts } from '../../engine/cases/index.ts';
import { judgeRelease, type ReleaseLaw, regimesFor, releaseLawOf } from '../../engine/release/index.ts';
import type { Judging } from '../classification/index.ts';
import type { FindingEntries } from '../inventory/index.ts';
import type { Told } from './gate-facts.ts';

interface Licence {
  readonly licence: ReleaseLicence;
  readonly text: ReleaseLicence | null;
  readonly reasons: string;
}

const laws = new WeakMap<readonly RulePack[], ReleaseLaw>();

function lawOf(packs: readonly RulePack[]): ReleaseLaw {
  const law = laws.get(packs) ?? releaseLawOf(packs);
  laws.set(packs, law);
  return law;
}

const licences = new WeakMap<readonly RulePack[], Map<string, Licence>>();

/**
 * Whether sending the weights to a place needs a licence: as if to somebody of that country alone, with headquarters there. Who it really is, and
 * what for, are asked for by other conditions.
 */
export function licenceFor(
  classification: string,
  country: string,
  told: Pick<Told, 'originCountry' | 'published'>,
  { packs, on }: Judging,
): Licence {
  if (classification === '' || classification === 'undetermined') return { licence: 'undetermined', text: null, reasons: '' };
  if (/^notSubject/i.test(classification)) return { licence: 'notRequired', text: null, reasons: '' };
  const known = licences.get(packs) ?? new Map<string, Licence>();
  licences.set(packs, known);
  const key = `${classification} ${country} ${told.originCountry ?? ''} ${told.published ?? ''} ${on}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer = judgeRelease(
    {
      person: {
        citizenships: [{ country, since: '1990-01-01' }],
        permanentResidences: [],
        usStatus: country === 'US' ? 'citizen' : 'none',
        locatedIn: country,
        employer: { name: country, country, headquarters: country },
      },
      item: { classification, form: 'weights', origin: told.originCountry ?? 'US', published: told.published },
      access: { kind: 'weightsDownload', what: 'downloads the weights', from: country },
    },
    on,
    lawOf(packs),
  );
  const made = { licence: answer.licence, text: answer.textLicence ?? null, reasons: answer.reasons.join(', ') };
  known.set(key, made);
  return made;
}

type Regimes = Pick<GateDestinationFacts, 'regimes' | 'unasked'>;

const regimes = new WeakMap<readonly RulePack[], Map<string, Regimes>>();

/**
 * Whose rules on licences are asked about a model, and whose entries it meets or may meet without that: those of the regime its classification names
 * are asked, else those meant without a name. Most models share one answer, and each asks for every place it goes to.
 */
export function regimesOf(classification: string, { met, open }: FindingEntries, packs: readonly RulePack[]): Regimes {
  const known = regimes.get(packs) ?? new Map<string, Regimes>();
  regimes.set(packs, known);
  const key = `${classification} ${met.join()} ${open.join()}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { named, meant } = regimesFor(lawOf(packs), classification);
  const asked = (named ?? meant)?.packId;
  const unasked = packs.filter(({ manifest }) => manifest.id !== asked);
  const made = {
    regimes: packs.flatMap(({ manifest }) => (manifest.id === asked ? [manifest.jurisdiction] : [])).join(', '),
    unasked: { met: jurisdictionsOf(unasked, met), open: jurisdictionsOf(unasked, open) },
  };
  known.set(key, made);
  return made;
}

/** Jurisdictions of the packs that have one of the entries. */
function jurisdictionsOf(packs: readonly RulePack[], entryIds: readonly string[]): readonly string[] {
  const ids = new Set(entryIds);
  return packs.flatMap(({ manifest, entries }) => (entries.some(({ id }) => ids.has(id)) ? [manifest.jurisdiction] : []));
}
