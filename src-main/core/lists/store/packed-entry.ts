import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ListedParty } from '../../../../src-shared/model/listed-party.ts';

/** What an entry says, without the line it stands on: that moves whenever the file is published anew. */
export type EntryBody = Omit<ListedParty, 'source'>;

/** Words that nearly every entry holds, so that a single short entry packs well. Never change it: packed entries are opened with it. */
const dictionary = Buffer.from(
  '"remarks":"Secondary sanctions risk: (Linked To: "vessel":null,"links":[],"from":null,"until":null,"footnotes":[],"citations":["licencePolicy":"Presumption of denial","licenceRequirement":"For all items subject to the EAR. (See §744.11 of the EAR)","title":"","programmes":["addresses":[{"text":"","city":"","country":"CN"}],"identifiers":[{"kind":"passport","label":"Passport","value":"","country":null}],"countries":[{"code":"RU","role":"nationality"},{"code":"IR","role":"address"}],"birthPlaces":[],"births":[{"from":"19","until":"19","circa":false,"text":""}],"gender":"male","names":[{"text":"","kind":"primary","script":"Latn","language":"","family":"","given":""},{"kind":"aka","script":"Arab"},{"kind":"weak","script":"Cyrl"}],"type":"org","type":"person","list":"SDN","id":"SDN-',
);

/** One text for one content: fields in a fixed order. */
export function entryText(party: ListedParty): string {
  const { source: _line, ...body } = party;
  const inOrder: EntryBody = {
    id: body.id,
    list: body.list,
    type: body.type,
    names: body.names,
    gender: body.gender,
    births: body.births,
    birthPlaces: body.birthPlaces,
    countries: body.countries,
    identifiers: body.identifiers,
    addresses: body.addresses,
    programmes: body.programmes,
    title: body.title,
    licenceRequirement: body.licenceRequirement,
    licencePolicy: body.licencePolicy,
    citations: body.citations,
    footnotes: body.footnotes,
    from: body.from,
    until: body.until,
    links: body.links,
    vessel: body.vessel,
    remarks: body.remarks,
  };
  return JSON.stringify(inOrder);
}

/** First 16 bytes of the SHA-256: enough to tell a few million entries apart. */
export const entryHash = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16);

export const packEntry = (text: string): Buffer => deflateRawSync(text, { dictionary, level: 6 });

/** The entry as JSON in UTF-8, one line. */
export const entryBytesOf = (body: Uint8Array): Buffer => inflateRawSync(body, { dictionary });

export const unpackEntry = (body: Uint8Array): EntryBody => JSON.parse(entryBytesOf(body).toString('utf8')) as EntryBody;

/** Lower case without marks, for finding by words; not for screening, which reads names properly. */
export const searchText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
