import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { listMethods } from '../../../src-shared/contract/lists.ts';
import { PartyKind, PartyName, type partyMethods, RiskTier } from '../../../src-shared/contract/parties.ts';
import { dayAfter } from '../../../src-shared/model/dates.ts';
import { holdingKinds } from '../../../src-shared/model/ownership.ts';
import { PartyRole } from '../../../src-shared/model/party-role.ts';
import type { FeatureDeps } from '../feature.ts';
import { held } from './steps.ts';

/** Commands and work of other features that put the demo's parties and their screening in place. */
export interface DemoPartyCommands {
  readonly lists: Pick<HandlersFor<typeof listMethods>, 'lists.addTraining'>;
  readonly parties: Pick<
    HandlersFor<typeof partyMethods>,
    'parties.create' | 'parties.update' | 'parties.setOwnersKnown' | 'parties.saveHolding'
  >;
  screen(): Promise<Reply<unknown>>;
}

const Country = z.string().length(2);

const PartiesFile = z.strictObject({
  parties: z.array(
    z.strictObject({
      id: z.string(),
      kind: PartyKind,
      name: z.string(),
      otherNames: z.array(PartyName).default([]),
      roles: z.array(PartyRole),
      registration: Country.nullable(),
      headquarters: Country.nullable().default(null),
      nationalities: z.array(Country).default([]),
      birth: z.string().default(''),
      places: z.array(z.strictObject({ text: z.string(), city: z.string(), country: Country })).default([]),
      business: z.string(),
      tier: RiskTier.nullable().default(null),
      tierReason: z.string().default(''),
      ownersKnown: z.enum(['complete', 'partial', 'noneFurther', 'unknown']).default('unknown'),
    }),
  ),
  holdings: z.array(
    z.strictObject({
      owner: z.string(),
      owned: z.string(),
      kind: z.enum(holdingKinds),
      percent: z.number().nullable(),
      evidence: z.string(),
      daysAgo: z.int().positive(),
    }),
  ),
});

/** Takes the invented training list in, adds the company's customers and suppliers with who owns them, and screens them. */
export async function playParties(deps: FeatureDeps, { lists, parties, screen }: DemoPartyCommands, today: string): Promise<void> {
  const path = join(deps.ports.paths.resources, 'samples', 'demo', 'parties.json');
  const file = PartiesFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  await held(lists['lists.addTraining']({}));
  const ids = new Map<string, string>();
  for (const party of file.parties) {
    const made = await held(
      parties['parties.create']({
        columns: {
          kind: party.kind,
          name: party.name,
          externalId: party.id,
          roles: party.roles,
          registrationCountry: party.registration,
          headquartersCountry: party.headquarters,
          nationalities: party.nationalities,
          birth: party.birth,
          business: party.business,
          tier: party.tier,
          tierReason: party.tierReason,
        },
      }),
    );
    ids.set(party.id, made.row.id);
    const more = await held(
      parties['parties.update']({
        id: made.row.id,
        revision: made.row.revision,
        columns: {},
        names: party.otherNames,
        places: party.places.map((place) => ({ ...place, region: '' })),
      }),
    );
    if (party.ownersKnown !== 'unknown')
      await held(
        parties['parties.setOwnersKnown']({
          id: made.row.id,
          revision: more.row.revision,
          ownersKnown: party.ownersKnown,
          reason: 'Register extract',
        }),
      );
  }
  const idOf = (party: string): string => {
    const id = ids.get(party);
    if (id === undefined) throw new Error(`The demo has no party ${party}`);
    return id;
  };
  for (const { owner, owned, kind, percent, evidence, daysAgo } of file.holdings)
    await held(
      parties['parties.saveHolding']({
        id: null,
        revision: 0,
        ownerId: idOf(owner),
        ownedId: idOf(owned),
        ...{ kind, percent, evidence },
        from: null,
        until: null,
        evidenceOn: dayAfter(today, -daysAgo),
      }),
    );
  await held(screen());
}
