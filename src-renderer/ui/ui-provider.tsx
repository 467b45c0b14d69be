import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { type Appearance, AppearanceProvider, useAppearance } from './appearance.tsx';
import { type PreferenceStore, PreferencesProvider } from './preferences.tsx';
import { copyRawNumbers } from './Quantity.tsx';
import { TextProvider } from './text.tsx';
import { resolveVariables, theme } from './theme.ts';
import { ToastProvider } from './toasts.tsx';

interface UiProviderProps {
  readonly appearance: Appearance;
  readonly preferences: PreferenceStore;
  /** Nonce of this page load; without it the content policy refuses the library's style element. */
  readonly styleNonce: string;
  readonly children: ReactNode;
}

/** Everything a screen of the kit needs around it: look, words, remembered choices, messages. */
export function UiProvider({ appearance, preferences, styleNonce, children }: UiProviderProps) {
  useEffect(() => {
    document.addEventListener('copy', copyRawNumbers);
    return () => document.removeEventListener('copy', copyRawNumbers);
  }, []);
  return (
    <AppearanceProvider appearance={appearance}>
      <Themed styleNonce={styleNonce}>
        <TextProvider>
          <PreferencesProvider store={preferences}>
            <ToastProvider>{children}</ToastProvider>
          </PreferencesProvider>
        </TextProvider>
      </Themed>
    </AppearanceProvider>
  );
}

function Themed({ styleNonce, children }: { readonly styleNonce: string; readonly children: ReactNode }) {
  const { scheme } = useAppearance();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} forceColorScheme={scheme} getStyleNonce={() => styleNonce}>
      {children}
    </MantineProvider>
  );
}
