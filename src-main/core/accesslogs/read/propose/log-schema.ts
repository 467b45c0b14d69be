import { LogField } from '../../../../../src-shared/formats/access-log.ts';
import type { TargetSchema } from '../../../../../src-shared/formats/import-target.ts';
import { logPresets } from '../presets/presets.ts';
import { fieldWords } from './field-words.ts';

/** Titles of all exports we know that are no field of ours; they tell a header row from the rows around it. */
const otherTitles = logPresets.filter((preset) => preset.shape === 'table').flatMap((preset) => [...preset.needs, ...preset.typical]);

/** The fields of an access log as the import frame describes a target; used to find the header row. */
export const logSchema: TargetSchema = {
  id: 'accessEvents',
  variant: '',
  label: 'Access events',
  fields: [
    ...LogField.options.map((id) => ({
      id,
      label: id,
      aliases: [...fieldWords[id]],
      type: 'text' as const,
      required: id === 'ts' || id === 'account',
    })),
    { id: 'other', label: 'other', aliases: otherTitles, type: 'text', required: false },
  ],
  identity: [['eventKey']],
};
