import { ProgrammeSettings } from '../../../src-shared/contract/programme.ts';
import { type Connection, prepared } from '../db/index.ts';

/** A quarter for risks and committee, half a year for the elements; the company sets its own. */
const standard: ProgrammeSettings = {
  riskEveryDays: 91,
  riskOnRuleChange: true,
  assessEveryDays: 182,
  target: 3,
  committeeEveryDays: 91,
  operatingModel: null,
  operatingNote: '',
};

/** The programme's settings; one that was never set has its standard value. */
export function readProgrammeSettings({ db }: Pick<Connection, 'db'>): ProgrammeSettings {
  const rows = prepared<[], { readonly key: string; readonly value: string }>(db, 'SELECT key, value FROM programme_settings').all();
  const stored = rows.filter(({ key }) => Object.hasOwn(standard, key)).map(({ key, value }) => [key, JSON.parse(value) as unknown]);
  return ProgrammeSettings.parse({ ...standard, ...Object.fromEntries(stored) });
}

/** Stores the given settings; runs inside a command. */
export function writeProgrammeSettings({ db }: Pick<Connection, 'db'>, changes: Partial<ProgrammeSettings>): void {
  const set = prepared(
    db,
    'INSERT INTO programme_settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value',
  );
  for (const [key, value] of Object.entries(changes)) if (value !== undefined) set.run(key, JSON.stringify(value));
}
