import type { ListFormat } from '../frame/list-format.ts';
import { bisDenied } from './denied.ts';
import { bisEntityCsv } from './ear-csv.ts';
import { bisEntityXml } from './ear-xml.ts';
import { euCsv } from './eu-csv.ts';
import { euXml } from './eu-xml.ts';
import { ownList } from './own-list.ts';
import { ukConCsv } from './uk-conlist.ts';
import { ukCsv } from './uk-csv.ts';
import { ukXml } from './uk-xml.ts';
import { unXml } from './un-xml.ts';
import { usJson } from './us-json.ts';
import { usTable } from './us-table.ts';

/** The formats of the UN, the EU, the United Kingdom, and of US agencies beside the Treasury and the Consolidated Screening List. */
export const worldFormats: readonly ListFormat[] = [
  unXml,
  euXml,
  euCsv,
  ukXml,
  ukCsv,
  ukConCsv,
  bisEntityXml,
  bisEntityCsv,
  bisDenied,
  usJson,
  usTable,
];

/** Asked when no official format knows a file. */
export const lastFormats: readonly ListFormat[] = [ownList];
