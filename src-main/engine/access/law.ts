import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer, ReleaseFacts } from '../../../src-shared/model/release.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { judgeRelease, releaseLawOf } from '../release/index.ts';
import type { AuditLaw } from './types.ts';

/** Country groups of comprehensive embargoes in the EAR (15 CFR 740 Supp. 1). */
const embargoGroups = ['E:1', 'E:2'];

/** The law as the audit needs it, from rule packs: how releases are judged, when answers change, and which places are embargoed. */
export function auditLawOf(packs: readonly RulePack[]): AuditLaw {
  const law = releaseLawOf(packs);
  const embargoed = new Map<string, string>();
  for (const { countryGroups } of packs) {
    for (const group of countryGroups?.groups ?? []) {
      if (!embargoGroups.includes(group.id)) continue;
      for (const country of group.members) embargoed.set(country, `${group.citation.locator}, Country Group ${group.id}`);
    }
  }
  // Most people and assets have the same facts; a judgement takes a millisecond.
  const known = new Map<string, ReleaseAnswer>();
  const judge = (facts: ReleaseFacts, on: IsoDate): ReleaseAnswer => {
    const key = `${on} ${JSON.stringify(facts)}`;
    const answer = known.get(key) ?? judgeRelease(facts, on, law);
    known.set(key, answer);
    return answer;
  };
  return { judge, changeDays: changeDaysOf(packs), embargoed };
}

/** Days on which a licence scope, an enforcement or a list of countries of any pack begins or ends, ascending. */
function changeDaysOf(packs: readonly RulePack[]): readonly IsoDate[] {
  const days = new Set<string>();
  const dated = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) dated(entry);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        if ((key === 'from' || key === 'until' || key === 'on') && typeof entry === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(entry))
          days.add(entry);
        else dated(entry);
      }
    }
  };
  for (const { entries, countryGroups, manifest } of packs)
    dated([entries.map(({ licence, enforcement, textStatus }) => [licence, enforcement, textStatus]), countryGroups, manifest.coverage]);
  return [...days].sort() as IsoDate[];
}
