import type { EvidencePreview } from '../../../../src-shared/contract/evidence.ts';

/** A file of which something is to be shown. */
export interface PreviewTask {
  readonly do: 'previewEvidence';
  /** The file, or its beginning where `whole` is false. */
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

export interface FromPreview {
  readonly say: 'preview';
  readonly preview: EvidencePreview;
}

/** Files up to this size are looked at whole; of larger ones only the beginning is shown, as text. */
export const wholeBytes = 32 * 1024 * 1024;
/** Bytes of text that are shown at most. */
export const textBytes = 64 * 1024;
