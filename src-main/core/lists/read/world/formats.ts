import type { ListFormat } from '../frame/list-format.ts';
import { bisDenied, bisEntityCsv, bisEntityXml } from './bis.ts';
import { euCsv, euXml } from './eu.ts';
import { ownList } from './own-list.ts';
import { ukConCsv, ukCsv, ukXml } from './uk.ts';
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
