import { Fragment, type ReactNode } from 'react';
import { numberParts, rawNumber } from '../../src-shared/text/numbers.ts';
import { useText } from './text.tsx';

interface QuantityProps {
  readonly value: number | null | undefined;
  readonly unit?: string;
  /** Significant digits of a power of ten; 2 unless the source is more exact. */
  readonly digits?: number;
  /** How well the number is known: `claimed` and `inferred` are underlined with dots, and the word must stand nearby. */
  readonly standing?: 'known' | 'claimed' | 'inferred';
}

/** A number with its unit; big ones as 1.2 × 10²⁵. Copying it gives the raw value. Absent numbers read "unknown". */
export function Quantity({ value, unit, digits = 2, standing = 'known' }: QuantityProps) {
  const t = useText();
  if (value === null || value === undefined) return <span className="muted">{t('common.unknownWord')}</span>;
  const { mantissa, exponent } = numberParts(value, t.locale, digits);
  return (
    <span className={standing === 'known' ? 'nowrap' : 'nowrap claimed'} data-copy={rawNumber(value)}>
      {exponent === null ? mantissa : isPower(value, exponent) ? null : `${mantissa} × `}
      {exponent === null ? null : (
        <>
          10<sup>{exponent}</sup>
        </>
      )}
      {unit === undefined ? null : ` ${unit}`}
    </span>
  );
}

const RAISED = /(?:\^|\*\*)(?:\(([+-]?\d+)\)|([+-]?\d+))|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g;
/** Text that may hold powers (`10^25`, `10²⁵`), set with raised figures. For arithmetic, limits and pack text. */
export function MathText({ children }: { readonly children: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of children.matchAll(RAISED)) {
    const raised = match[1] ?? match[2] ?? (match[3] ?? '').normalize('NFKC');
    parts.push(
      <Fragment key={from}>{children.slice(from, match.index)}</Fragment>,
      <sup key={`s${match.index}`}>{raised.replace('-', '−')}</sup>,
    );
    from = match.index + match[0].length;
  }
  parts.push(children.slice(from));
  return parts;
}

/**
 * Puts raw values on the clipboard in place of formatted numbers when a person copies part of a page.
 * Installed once; fields keep their own behaviour.
 */
export function copyRawNumbers(event: ClipboardEvent): void {
  const selection = window.getSelection();
  if (
    selection === null ||
    selection.isCollapsed ||
    event.target instanceof HTMLInputElement ||
    event.target instanceof HTMLTextAreaElement
  )
    return;
  const holder = document.createElement('div');
  for (let place = 0; place < selection.rangeCount; place += 1) holder.append(selection.getRangeAt(place).cloneContents());
  const marked = holder.querySelectorAll<HTMLElement>('[data-copy]');
  if (marked.length === 0 || event.clipboardData === null) return;
  const text = selection.toString();
  let replaced = text;
  for (const element of marked) {
    const shown = element.textContent;
    if (shown !== '') replaced = replaced.replace(shown, element.dataset['copy'] ?? shown);
  }
  if (replaced === text) return;
  event.clipboardData.setData('text/plain', replaced);
  event.preventDefault();
}

function isPower(value: number, exponent: number): boolean {
  return value === 10 ** exponent || value === Number(`1e${exponent}`);
}
