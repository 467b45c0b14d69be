import type { OpenWorkspace } from './types.ts';

/** Another text after every row that this connection changes, and after every commit of another one: what was worked out before may be old. */
export function changeKey({ db }: Pick<OpenWorkspace, 'db'>): string {
  const changes = db.prepare<[], { n: number }>('SELECT total_changes() AS n').get()?.n ?? 0;
  return `${changes} ${String(db.pragma('data_version', { simple: true }))}`;
}
