import type { ListFormat } from '../frame/list-format.ts';
import { ofacFlat } from './flat.ts';

/** Formats of the Treasury. */
export const treasuryFormats: readonly ListFormat[] = [ofacFlat];
