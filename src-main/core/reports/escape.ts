const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that shows exactly this text, in content and in quoted attributes. Signs that HTML cannot hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const unshowable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to be taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Control characters and lone surrogates replaced: HTML, XML and PDF refuse them or drop them silently. */
export function withoutControls(text: string): string {
  return text.replace(unshowable, '\ufffd');
}
