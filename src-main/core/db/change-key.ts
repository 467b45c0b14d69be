import { prepared } from './prepared.ts';
import type { OpenWorkspace } from './types.ts';

/** Another text after every row that this connection changes, and after every commit of another one: what was worked out before may be old. */
export function changeKey({ db }: Pick<OpenWorkspace, 'db'>): string {
  const changes = prepared<[], { n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0;
  const others = prepared<[], { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version ?? 0;
  return `${changes} ${others}`;
}
