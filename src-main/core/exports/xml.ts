import { withoutUnshowable } from './cells.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text as XML that shows exactly this text, in content and in quoted attributes. */
export const xml = (text: string): string => withoutUnshowable(text).replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);
