import { type AccessSettings, settingDefinitions, settingFault, standardSettings } from '../../engine/access/index.ts';

export const settingNames: readonly string[] = settingDefinitions.map(({ id }) => id);

/** What is wrong with settings from outside, in plain words; null where all fit. */
export function settingsFault(given: Readonly<Record<string, unknown>>): string | null {
  for (const [id, value] of Object.entries(given)) {
    const definition = settingDefinitions.find((one) => one.id === id);
    const fault = definition === undefined ? 'is no setting' : settingFault(definition, value);
    if (fault !== null) return `${id} ${fault}`;
  }
  return null;
}

/** Settings with those given in the place of ours; the later count. They must have been found good. */
export const settingsWith = (...given: readonly Readonly<Record<string, unknown>>[]): AccessSettings =>
  Object.assign({}, standardSettings, ...given) as AccessSettings;
