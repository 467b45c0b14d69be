import { maxLogoBytes } from '../../../src-shared/contract/reports.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';

/** Why a picture is not taken as a logo; text under `fileRefused.<reason>`. */
export type LogoFault = 'logoTooLarge' | 'logoKind' | 'logoReachesOut';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Widest and highest PNG, in pixels: more would cost memory on every page and show nothing. */
const mostPixels = 4000;

/**
 * Checks a picture by its content, not its name, and gives it as a data address. PNG: signature, a sane size. SVG: plain XML without
 * script, events, entities, embedded pages or anything fetched from elsewhere; pages show it as an image, where none of that would run either.
 */
export function readLogo(bytes: Buffer): Result<string, LogoFault> {
  if (bytes.length > maxLogoBytes) return err('logoTooLarge');
  if (bytes.subarray(0, 8).equals(pngStart)) {
    if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return err('logoKind');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    if (width === 0 || height === 0 || width > mostPixels || height > mostPixels) return err('logoTooLarge');
    return ok(`data:image/png;base64,${bytes.toString('base64')}`);
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/.test(text) || !/<\/svg>\s*$/.test(text)) return err('logoKind');
  return reachesOut(text) ? err('logoReachesOut') : ok(`data:image/svg+xml;base64,${Buffer.from(text, 'utf8').toString('base64')}`);
}

function reachesOut(svg: string): boolean {
  if (/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|@import|javascript:/i.test(svg)) return true;
  if (
    /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|image|feImage|use|animate\w*|set|handler|audio|video)\b/i.test(
      svg.replace(/<use\s[^>]*href\s*=\s*["']#[^"']*["'][^>]*>/gi, ''),
    )
  )
    return true;
  if (/\son\w+\s*=/i.test(svg)) return true;
  const addresses = [...svg.matchAll(/(?:href|src)\s*=\s*["']?([^"'\s>]*)/gi), ...svg.matchAll(/url\(\s*["']?([^"')\s]*)/gi)];
  return addresses.some(([, address]) => !(address ?? '').startsWith('#'));
}
