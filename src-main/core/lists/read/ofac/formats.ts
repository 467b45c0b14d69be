import { cslCsv } from '../csl/csl-csv.ts';
import { cslJson, cslLines } from '../csl/csl-json.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { ofacAdvancedXml } from './advanced-xml.ts';
import { ofacFlat } from './flat.ts';
import { ofacNames } from './names-lines.ts';
import { ofacXml } from './sdn-xml.ts';

/** Formats of the Treasury, and of the Consolidated Screening List, which is mostly the Treasury's. */
export const treasuryFormats: readonly ListFormat[] = [ofacXml, ofacAdvancedXml, cslCsv, cslJson, cslLines, ofacNames, ofacFlat];
