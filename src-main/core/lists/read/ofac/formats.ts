import { cslCsv } from '../csl/csl-csv.ts';
import { cslJson, cslLines } from '../csl/csl-json.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { ofacFlat } from './flat.ts';

/** Formats of the Treasury, and of the Consolidated Screening List, which is mostly the Treasury's. */
export const treasuryFormats: readonly ListFormat[] = [cslCsv, cslJson, cslLines, ofacFlat];
