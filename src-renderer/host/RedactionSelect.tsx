import { leavesOut, type RedactionPart } from '../../src-shared/model/redaction.ts';
import { profileTitle, withheldSentences } from '../../src-shared/text/redaction.ts';
import { Select, useText } from '../ui/index.ts';
import { useHostQuery } from './hooks.ts';

interface RedactionSelectProps {
  /** Name of a profile. */
  readonly value: string;
  readonly onChange: (profile: string) => void;
}

/** What the reader of an export may not see: a ready-made profile, or one of the company's own. */
export function RedactionSelect({ value, onChange }: RedactionSelectProps) {
  const t = useText();
  const { data } = useHostQuery('reports.redactionProfiles', {});
  return (
    <Select
      label={t('memo.hide')}
      value={value}
      options={(data ?? []).map((each) => ({
        value: each.profile,
        label: profileTitle(each.profile, t),
        detail: withheldSentences(each, t).join(' '),
      }))}
      searchable={false}
      onChange={onChange}
    />
  );
}

/** Whether the profile of that name leaves a part out; false while profiles are being read. */
export function useLeavesOut(profile: string, part: RedactionPart): boolean {
  const { data } = useHostQuery('reports.redactionProfiles', {});
  const found = data?.find((each) => each.profile === profile);
  return found !== undefined && leavesOut(found, part);
}
