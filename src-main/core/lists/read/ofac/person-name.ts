/** `LAST, First Middle` as family and given names; a single name is a family name, as the Treasury's XML has it. */
export function personName(text: string): { readonly family: string; readonly given: string } {
  const comma = text.indexOf(',');
  if (comma === -1) return { family: text.trim(), given: '' };
  return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
}
