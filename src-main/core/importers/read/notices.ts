import type { FileNotice } from '../../../../src-shared/formats/import-file.ts';

/** Counts what the person should know about a file, remembering the first place of each kind. */
export interface Notices {
  add(code: FileNotice['code'], place?: string, count?: number): void;
  list(): FileNotice[];
}

export function createNotices(): Notices {
  const seen = new Map<FileNotice['code'], { count: number; place: string | undefined }>();
  return {
    add(code, place, count = 1) {
      const entry = seen.get(code);
      if (entry === undefined) seen.set(code, { count, place: place?.slice(0, 200) });
      else entry.count += count;
    },
    list: () => [...seen].map(([code, { count, place }]) => (place === undefined ? { code, count } : { code, count, place })),
  };
}
