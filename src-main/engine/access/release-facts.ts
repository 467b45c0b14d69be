import type { AuditAsset, AuditPerson } from '../../../src-shared/model/access-audit.ts';
import type { ActionKind } from '../../../src-shared/model/access-events.ts';
import type { CountryTie, ReleaseFacts } from '../../../src-shared/model/release.ts';
import { tiesOn, usStatusOn } from './nationality.ts';

export type ReleaseForm = NonNullable<AuditAsset['form']>;

/** Kinds of action that show or hand over technology, source code, notebooks or weights. */
export const isReading = (kind: ActionKind): boolean =>
  kind === 'readTechnology' || kind === 'readSource' || kind === 'readWeights' || kind === 'readNotebook';

/** What an action handed over. The action decides where it says so; a plain download is whatever the asset is. */
export function formOf(asset: AuditAsset, kind: ActionKind): ReleaseForm {
  if (kind === 'readSource') return 'sourceCode';
  if (kind === 'readWeights') return 'weights';
  if (kind === 'readNotebook') return asset.form === 'sourceCode' ? 'sourceCode' : 'technology';
  return asset.form ?? 'technology';
}

const accessKinds: Readonly<Record<ActionKind, string>> = {
  readTechnology: 'files',
  readSource: 'repository',
  readWeights: 'weightsDownload',
  readNotebook: 'notebook',
  use: 'apiInference',
  signIn: 'signIn',
  administer: 'administer',
  other: 'files',
};

const readings: Readonly<Record<ActionKind, string>> = {
  readTechnology: 'reads files',
  readSource: 'clones or reads source code',
  readWeights: 'downloads or inspects weights',
  readNotebook: 'opens a notebook',
  use: 'sends prompts or runs the program',
  signIn: 'signs in',
  administer: 'changes settings',
  other: 'reaches the item',
};

/**
 * Fact pattern of an access on a day, as the release judgement reads it. `strict` treats every kind of access as a look at the
 * technology. Unknown stays absent.
 */
export function releaseFacts(
  person: AuditPerson,
  asset: AuditAsset,
  kind: ActionKind,
  place: string,
  day: string,
  strict: boolean,
): ReleaseFacts {
  const { citizenships, permanentResidences } = inOrderOnly(tiesOn(person, day));
  const isStrict = strict && !isReading(kind);
  const keptIn = asset.keptIn ?? null;
  return {
    person: {
      citizenships: citizenships.length === 0 ? null : citizenships,
      // A record that names citizenships and no residence is taken to say that there is none; the finding asks all the same.
      permanentResidences: permanentResidences.length === 0 && citizenships.length === 0 ? null : permanentResidences,
      usStatus: usStatusOn(person, day),
      employment: person.employment,
      employer: { country: person.employerCountry, headquarters: person.employerHeadquarters },
      locatedIn: place,
    },
    item: {
      classification: asset.eccn,
      // No reasons on record means that nobody noted them, not that there are none.
      reasons: asset.reasons.length === 0 ? null : asset.reasons,
      form: isStrict ? 'technology' : formOf(asset, kind),
      origin: 'US',
      ...(keptIn === null ? {} : { location: keptIn }),
      // Not said counts as not published: the finding asks, and never reads silence as a way out.
      published: asset.published ?? false,
      fundamentalResearch: asset.fundamentalResearch ?? false,
    },
    access: { kind: isStrict ? 'files' : accessKinds[kind], what: isStrict ? 'reaches the item' : readings[kind], from: place },
    authorisation: { type: 'none' },
  };
}

interface Ties {
  readonly citizenships: readonly CountryTie[];
  readonly permanentResidences: readonly CountryTie[];
}

/** The ties with days that keep only their order, since nothing else of them counts: people of the same story then share one judgement. */
function inOrderOnly({ citizenships, permanentResidences }: Ties): Ties {
  const days = [...new Set([...citizenships, ...permanentResidences].flatMap(({ since }) => since ?? []))].sort();
  const turned = ({ country, since }: CountryTie): CountryTie => ({
    country,
    since: since === null ? null : `19${String(days.indexOf(since) + 10).padStart(2, '0')}-01-01`,
  });
  return { citizenships: citizenships.map(turned), permanentResidences: permanentResidences.map(turned) };
}
