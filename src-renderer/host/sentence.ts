import type { Said } from '../../src-shared/contract/imports.ts';
import type { ProductText } from '../ui/index.ts';

/** A sentence that the core chose, in the person's language. */
export const sentence = (t: ProductText, said: Said): string => t.dynamic(said.key, said.params);
