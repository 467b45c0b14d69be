import type { LogTake } from '../../../../../src-shared/formats/access-log.ts';

const modelInPath =
  /\/(?:models?|deployments|endpoints|engines)\/([^/?#:]+(?:\/(?!v?\d+$|predict|generate|invoke|versions|chat|completions|embeddings)[^/?#:]+)?)/i;

/** Takes the part of a text that is meant. */
export function takePart(text: string, take: LogTake | undefined): string {
  switch (take) {
    case undefined:
      return text;
    case 'lastPart':
      return text.slice(text.lastIndexOf(',') + 1).trim();
    case 'afterColon':
      return text.includes(':') ? text.slice(text.lastIndexOf(':') + 1) : '';
    case 'afterSlash':
      return text.slice(text.lastIndexOf('/') + 1);
    case 'serviceName':
      return text.replace(/\.(?:amazonaws|googleapis)\.com$/, '');
    case 'requestMethod':
      return /^[A-Z]{2,12}(?= )/.exec(text)?.[0] ?? '';
    case 'requestPath':
      return requestPath(text);
  }
}

/** `POST /v1/models/atlas-70b:predict?x=1 HTTP/1.1` is about `atlas-70b`; a path that names no model is kept without its query, which may hold secrets. */
function requestPath(text: string): string {
  const target = /^[A-Z]{2,12} (\S+)/.exec(text)?.[1] ?? text;
  const path = target.replace(/^[a-z]+:\/\/[^/]+/i, '').split(/[?#]/)[0] ?? '';
  const model = modelInPath.exec(path)?.[1];
  return (model ?? path).slice(0, 300);
}
