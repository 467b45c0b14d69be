import { MantineProvider } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { AppearanceProvider, useAppearance, type Appearance } from './appearance.tsx';
import { copyRawNumbers } from './Quantity.tsx';
import { PreferencesProvider, type PreferenceStore } from './preferences.tsx';
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
