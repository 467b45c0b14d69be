import type { SelectOption } from '../../ui/index.ts';

/** Time zones to choose from: this computer's and UTC first, then all by name. */
export function zoneOptions(here: string): readonly SelectOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = own === 'UTC' ? ['UTC'] : ['UTC', own];
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !first.includes(zone));
  return [...first, ...others].map((zone) => ({ value: zone, label: zone, ...(zone === own ? { detail: here } : {}) }));
}
