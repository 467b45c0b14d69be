import type { AuditAsset } from '../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import { placeName } from '../rules/place-names.ts';
import { countingActions, isControlled } from './deemed-export.ts';
import { gather, makeFinding, spanWords } from './finding.ts';
import { isAbroadSign } from './location.ts';
import { formOf } from './release-facts.ts';
import type { AuditFinding, RuleContext } from './types.ts';
import { isKeptAbroad, isReadWhereKept } from './where-kept.ts';

/**
 * Files under control that are kept abroad and were read there. The reading sends nothing, so what is left to ask is how the files came there: once
 * for each asset, however often it was read. Nothing where the entry needs no licence for that country.
 * Source: 15 CFR 734.13(a)(1), an export is any sending out of the country; 734.14(a)(2), a release in the country where the item is.
 */
export function findKeptAbroad(context: RuleContext): AuditFinding[] {
  const { input, settings, subjects, subjectOf, done } = context;
  const { events, assets, resources } = input;
  const isWanted = assets.map((asset) => isKeptAbroad(asset, settings.home) && isControlled(asset));
  if (!isWanted.includes(true)) return [];
  const abroad = isAbroadSign(context);
  const counts = countingActions(context);
  const read = new Map<number, number[]>();
  for (const place of context.whole) {
    const at = resources[events.resource[place] ?? 0] ?? -1;
    const asset = assets[at];
    if (asset === undefined || isWanted[at] !== true || done[place] !== 1 || counts[events.action[place] ?? 0] !== true) continue;
    const person = subjects[subjectOf[events.account[place] ?? 0] ?? -1]?.person ?? null;
    const from = abroad(events.address[place] ?? 0) ?? person?.workCountry ?? settings.home;
    if (isReadWhereKept(asset, from, settings.home)) gather(read, at, place);
  }
  return [...read].flatMap(([at, places]) => {
    const asset = assets[at];
    return asset === undefined ? [] : (questionOf(context, asset, places) ?? []);
  });
}

/** Whether sending the files there needs a licence; by the list of the company where it made one. */
function licenceToKeep({ law, settings }: RuleContext, asset: AuditAsset, keptIn: string, on: IsoDate) {
  if (asset.licenceRequiredForNationalsOf !== null)
    return {
      licence: asset.licenceRequiredForNationalsOf.includes(keptIn) ? ('required' as const) : ('notRequired' as const),
      citations: [],
    };
  const facts: ReleaseFacts = {
    person: null,
    item: {
      classification: asset.eccn,
      reasons: asset.reasons.length === 0 ? null : asset.reasons,
      form: formOf(asset, 'readTechnology'),
      origin: 'US',
      published: asset.published ?? false,
      fundamentalResearch: asset.fundamentalResearch ?? false,
      location: settings.home,
    },
    // People read them there, so nobody can say that only those who sent them hold the keys.
    access: { kind: 'storage', storedIn: keptIn, endToEnd: false },
    authorisation: { type: 'none' },
  };
  return law.judge(facts, on);
}

function questionOf(context: RuleContext, asset: AuditAsset, places: readonly number[]): AuditFinding | undefined {
  const { input, law } = context;
  const keptIn = asset.keptIn ?? '';
  const { licence, citations } = licenceToKeep(context, asset, keptIn, input.on);
  if (licence === 'notRequired') return undefined;
  const where = placeName(keptIn);
  const entry = asset.eccn === null ? '' : ` (${asset.eccn})`;
  return makeFinding(context, 'deemed_export', null, `keptIn:${asset.id}:${keptIn}`, places, {
    title: `${asset.name} is kept in ${where}: how it came there is not on file`,
    summary: `${asset.name}${entry} is kept in ${where} and was read there: ${spanWords(context, places)}. Reading it there sends nothing abroad; bringing it there was an export.`,
    severity: licence === 'required' ? (law.embargoed.has(keptIn) ? 'high' : 'medium') : 'low',
    confidence: 'low',
    assetId: asset.id,
    countries: [keptIn],
    why: [
      `The record of ${asset.name} says that it is kept in ${where}.`,
      licence === 'required'
        ? `${asset.eccn ?? 'The company’s list'} needs a licence for that country.`
        : licence === 'exceptionPossible'
          ? `${asset.eccn ?? 'The entry'} needs a licence for that country unless an exception fits.`
          : 'Whether it needs a licence for that country is not settled.',
      'People there who belong to that country do not cause an export by reading it; those of another country are judged one by one.',
      'Asked once for the asset, whoever read it.',
    ],
    citations: [...new Set(['15 CFR 734.13(a)(1)', '15 CFR 734.14(a)(2)', ...citations])],
    questions: [
      {
        id: 'finding.broughtThere',
        ask: `Did a licence, a licence exception or another authority cover bringing ${asset.name} to ${where}?`,
        about: 'finding',
        field: null,
        clearedBy: 'yes',
      },
      {
        id: 'finding.keptThere',
        ask: `Do the files that were read really lie in ${where}? If they came over the network from elsewhere, correct the place on the asset: each reading then counts as an export.`,
        about: 'finding',
        field: null,
        clearedBy: null,
      },
    ],
    ground: { licence, 'kept in': keptIn, entry: asset.eccn ?? '' },
  });
}
