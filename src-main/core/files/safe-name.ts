/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that every file system takes and no reader misreads: no separators, control or direction signs, no dot or space at
 * the ends, no device name, 120 signs at most with the ending kept. `otherwise` stands where nothing is left.
 */
export function safeFileName(wanted: string, otherwise: string): string {
  const plain = wanted
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse these signs
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - ending.length)]
    .slice(0, 120 - ending.length)
    .join('')
    .trim();
  const name = stem === '' ? `${otherwise}${ending}` : `${stem}${ending}`;
  return device.test(name) ? `_${name}` : name;
}
