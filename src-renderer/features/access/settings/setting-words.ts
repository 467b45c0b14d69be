import type { AccessSetting } from '../../../../src-shared/contract/access.ts';
import { networkTags } from '../../../../src-shared/model/network.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import type { ProductText } from '../../../ui/index.ts';

/** Values a setting can be chosen from; null where it is free. */
export function settingChoices(
  t: ProductText,
  setting: Pick<AccessSetting, 'id' | 'standard'>,
): readonly { readonly value: string; readonly label: string; readonly detail?: string }[] | null {
  if (setting.id === 'releaseActions')
    return (['technology', 'all'] as const).map((value) => ({ value, label: t(`access.setting.releaseActions.${value}`) }));
  if (setting.id === 'networkTags') return networkTags.map((value) => ({ value, label: t(`access.tag.${value}`) }));
  const standard = [setting.standard].flat();
  const areCountries = standard.length > 0 && standard.every((one) => typeof one === 'string' && countryCodes.includes(one));
  return areCountries ? countryCodes.map((value) => ({ value, label: countryName(t.locale, value), detail: value })) : null;
}

/** A value of a setting in words, with its unit. */
export function settingWords(t: ProductText, setting: AccessSetting, value: AccessSetting['value']): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return t('access.settings.number', { value, unit: setting.unit });
  const choices = settingChoices(t, setting);
  const name = (one: string) => choices?.find((choice) => choice.value === one)?.label ?? one;
  if (typeof value === 'string') return name(value);
  return value.length === 0 ? t('access.settings.nothing') : value.map(name).join(', ');
}
