import { countryName } from '../../../src-shared/text/countries.ts';

/** A country by its English name, as the sentences of findings are English. */
export const placeName = (country: string): string => countryName('en', country);
