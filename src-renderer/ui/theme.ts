import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const accentVar = 'var(--accent)';
const accentShades: MantineColorsTuple = [
  'var(--selected)',
  'var(--selected)',
  'var(--selected)',
  accentVar,
  accentVar,
  accentVar,
  accentVar,
  'var(--accent-press)',
  'var(--accent-press)',
  'var(--accent-press)',
];

/** Mantine under our tokens: its stock blue fails contrast on filled buttons, so every colour points at a token. */
export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '650' },
  colors: { accent: accentShades },
  primaryColor: 'accent',
  primaryShade: 6,
  defaultRadius: '4px',
  focusRing: 'auto',
  cursorType: 'default',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '4px', lg: '8px', xl: '8px' },
});

/** The variables Mantine reads for itself, in both schemes, from the tokens. */
export const resolveVariables: CSSVariablesResolver = () => {
  const scheme = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--border)',
    '--mantine-color-error': 'var(--restricted)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-disabled-border': 'var(--border)',
    '--mantine-primary-color-filled': accentVar,
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-primary-color-light': 'var(--selected)',
    '--mantine-primary-color-light-color': accentVar,
  };
  return { variables: {}, light: scheme, dark: scheme };
};
