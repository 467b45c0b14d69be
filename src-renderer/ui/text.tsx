import { createContext, type ReactNode, useContext } from 'react';
import { english, type MessageKey } from '../../src-shared/text/en/index.ts';
import { createText, type Text } from '../../src-shared/text/format.ts';

export type ProductText = Text<MessageKey>;

const englishText: ProductText = createText('en', english);
const Context = createContext<ProductText>(englishText);

/** The formatter of the language in use: `t('inventory.title')`, `t('inventory.count', { count: 3 })`. */
export function useText(): ProductText {
  return useContext(Context);
}

/** Gives every screen below it the words of one language. */
export function TextProvider({ text = englishText, children }: { readonly text?: ProductText; readonly children: ReactNode }) {
  return <Context value={text}>{children}</Context>;
}
