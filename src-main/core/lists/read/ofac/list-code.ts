/**
 * Which list of the Treasury an entry is on. Files do not say: there is one for the SDN list and one for all others (the "consolidated" one), and entries of the
 * latter are told by programme. Codes are those of the Consolidated Screening List.
 */
export function listCode(programmes: readonly string[], consolidated: boolean, remarks = ''): string {
  const has = (pattern: RegExp) => programmes.some((programme) => pattern.test(programme));
  if (!consolidated) return 'SDN';
  if (has(/^NS-PLC$/)) return 'PLC';
  if (has(/^CMIC/)) return 'CMIC';
  if (has(/^FSE/)) return 'FSE';
  if (has(/^561|CAPTA/)) return 'CAP';
  if (has(/^UKRAINE-EO13662$/)) return 'SSI';
  if (has(/^NS-ISA/)) return 'ISA';
  // From 2016 to 2018 the blocked banks of Iran that were taken off the SDN list.
  if (has(/^IRAN$/) && /Executive Order 13599/i.test(remarks)) return 'EO13599';
  return 'MBS';
}

/** True for an entry that only the consolidated file can hold. */
export function isOffSdn(programmes: readonly string[], remarks: string): boolean {
  return (
    programmes.some((programme) => /^(?:NS-|CMIC|FSE|561|CAPTA|UKRAINE-EO13662$)/.test(programme)) ||
    /\bNot on the SDN List\b/i.test(remarks)
  );
}

/** Programmes of the flat files: `CUBA] [SDGT`. */
export function programmesOf(cell: string): readonly string[] {
  return cell
    .replace(/^\[|\]$/g, '')
    .split(/\]\s*\[|;\s*/)
    .map((programme) => programme.trim())
    .filter((programme) => programme !== '');
}
