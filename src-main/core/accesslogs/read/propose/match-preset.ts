import { headerKey } from '../mapping/header-key.ts';
import type { LogPreview } from '../messages.ts';
import type { LogPreset } from '../presets/preset.ts';
import { logPresets } from '../presets/presets.ts';

export interface PresetMatch {
  readonly preset: LogPreset;
  /** Share of the typical titles that are there, 0 to 1. */
  readonly fit: number;
}

/** Presets whose needed titles are all there, best first. A text log is known by its lines alone. */
export function matchPresets(preview: LogPreview): readonly PresetMatch[] {
  const { lines } = preview.file;
  if (lines !== null) return logPresets.filter((preset) => preset.lines === lines).map((preset) => ({ preset, fit: 1 }));
  const shape = isRecords(preview) ? 'records' : 'table';
  const keys = new Set(preview.titles.map(headerKey));
  const prefixes = new Set(preview.titles.flatMap(prefixesOf));
  const has = (title: string) => keys.has(headerKey(title)) || prefixes.has(headerKey(title));
  return logPresets
    .filter((preset) => preset.shape !== 'lines' && preset.needs.every(has) && looksRight(preset, preview))
    .map((preset) => {
      const all = [...preset.needs, ...preset.typical];
      const fit = all.filter(has).length / all.length;
      // An export turned from one shape into the other is read too, but one of its own shape comes first.
      return { preset, fit: preset.shape === shape ? fit : fit * 0.8, weight: preset.needs.length + preset.typical.filter(has).length };
    })
    .filter(({ fit }) => fit >= 0.15)
    .sort((a, b) => b.fit - a.fit || b.weight - a.weight);
}

export const isRecords = (preview: LogPreview) => preview.file.format === 'json' || preview.file.format === 'ndjson';

/** `actor` for `actor.alternateId`: an object that is there, whatever is in it. */
function prefixesOf(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(0, -1).map((_, at) => headerKey(parts.slice(0, at + 1).join('.')));
}

function looksRight(preset: LogPreset, preview: LogPreview): boolean {
  const { where } = preset;
  if (where === undefined) return true;
  const column = preview.titles.findIndex(
    (title) => headerKey(title) === headerKey(where.path) || headerKey(title.split('.').slice(0, 1).join('')) === headerKey(where.path),
  );
  return column === -1 || preview.rows.slice(0, 200).some((row) => where.looks.test(row.cells[column] ?? ''));
}
