import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogReader, eventStoreMigrations, type LogImportTools } from '../../src-main/core/accesslogs/index.ts';
import type { FeatureDeps } from '../../src-main/core/feature.ts';
import { createSlicer } from '../../src-main/core/jobs/index.ts';
import { openNetworks } from '../../src-main/core/networks/index.ts';
import { type LogReading, noLogAnswers } from '../../src-shared/formats/access-log.ts';

export { eventStoreMigrations };

const titles = ['time', 'account', 'address', 'resource', 'action', 'outcome', 'tokens', 'event id'] as const;

/** One line of a log as tests write it. */
export interface LogLine {
  /** ISO 8601 with a zone; anything else is rejected. */
  readonly time: string;
  readonly account: string;
  readonly address?: string;
  readonly resource?: string;
  readonly action?: string;
  readonly outcome?: string;
  readonly tokens?: number;
  readonly eventId?: string;
}

/** The head of a log and one line of text for each event. */
export const logText = (lines: readonly LogLine[]): string =>
  `${[
    titles.join(','),
    ...lines.map((line) =>
      [
        line.time,
        line.account,
        line.address ?? '',
        line.resource ?? '',
        line.action ?? '',
        line.outcome ?? 'success',
        line.tokens ?? '',
        line.eventId ?? '',
      ].join(','),
    ),
  ].join('\n')}\n`;

/** Writes a log and answers its path. */
export function writeLog(folder: string, name: string, lines: readonly LogLine[]): string {
  const path = join(folder, name);
  writeFileSync(path, logText(lines));
  return path;
}

/** How the logs of this harness are read: every column where it says it is, times with their zone. */
export function readingFor(path: string): LogReading {
  const from = (title: (typeof titles)[number]) => ({ from: [{ path: title }] });
  return {
    file: {
      format: 'csv',
      gzip: false,
      bytes: statSync(path).size,
      changedAt: null,
      encoding: 'utf-8',
      delimiter: ',',
      skipDirective: false,
      lines: null,
      sheets: [],
      notices: [],
    },
    table: { sheet: null, encoding: 'utf-8', delimiter: ',', headerRow: 1, headerRows: 1 },
    shape: 'table',
    preset: null,
    titles: [...titles],
    mapping: {
      ts: from('time'),
      account: from('account'),
      ip: from('address'),
      resource: from('resource'),
      action: from('action'),
      outcome: from('outcome'),
      tokens: from('tokens'),
      eventKey: from('event id'),
    },
    outcome: 'words',
    explode: null,
    leaveOut: [],
    answers: noLogAnswers,
  };
}

/** Tools of an import outside a job. `cancelAfter`: aborts once so many bytes were stored; `resources`: where address data lie, if not where the ports say. */
export function importTools(
  deps: FeatureDeps,
  options: { readonly cancelAfter?: number; readonly resources?: string } = {},
): LogImportTools {
  const abort = new AbortController();
  const networks = openNetworks({ resources: options.resources ?? deps.ports.paths.resources });
  return {
    reader: createLogReader(),
    networks: () => networks,
    now: () => deps.ports.clock.now(),
    newId: () => deps.ports.ids.next(),
    pause: createSlicer(abort.signal).pause,
    progress(done) {
      if (options.cancelAfter !== undefined && done >= options.cancelAfter) abort.abort();
    },
    signal: abort.signal,
  };
}
