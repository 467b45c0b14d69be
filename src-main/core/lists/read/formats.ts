import { corpus } from './corpus/corpus.ts';
import type { ListFormat } from './frame/list-format.ts';
import { gatehouseList } from './gatehouse/gatehouse-list.ts';
import { treasuryFormats } from './ofac/formats.ts';
import { lastFormats, worldFormats } from './world/formats.ts';

/** Every format, the most telling first: the first that knows a file has it. */
export const listFormats: readonly ListFormat[] = [gatehouseList, corpus, ...treasuryFormats, ...worldFormats, ...lastFormats];
