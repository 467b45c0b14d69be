import { plainText } from '../../../importers/map/normal.ts';

const known = new Map<string, string>();

/** Title or path evened out so that spelling does not matter: `actor.alternateId`, `Actor Alternate_ID ` and `actoralternateid` are the same. */
export function headerKey(title: string): string {
  let key = known.get(title);
  if (key === undefined) {
    key = plainText(title).replaceAll(' ', '');
    if (known.size < 20_000) known.set(title, key);
  }
  return key;
}
