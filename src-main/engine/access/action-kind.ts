import type { ActionKind } from '../../../src-shared/model/access-events.ts';

const words = (pattern: string) => new RegExp(`(^|[^a-z])(${pattern})`, 'i');

/** The person gives something or changes a setting: nothing reaches them. */
const gives = words(
  'upload|push|put|post|patch|create|delete|remove|destroy|write|update|edit|register|grant|revoke|add(ed)?(?![a-z])|commit|merge|invite|assign|rename|deploy|restart|start|stop|approve|transfer_?ownership|pull[ _.-]?request|permission|policy|config',
);
const takes = words(
  'download|clone|pull(?![ _.-]?request)|fetch|read(?!y|iness)|get|view|open(?!ai|id|api)|copy|export|cat(?![a-z])|scp|sftp|rsync|checkout|load|retrieve|save|print|display|preview|inspect|access|show|mirror|archive|sync|restore',
);
const notebook = words('notebook|ipynb|jupyter|colab');
const weights = words(
  'weights?|checkpoints?|safetensors|gguf|ckpt|model[ _.-]?(files?|artifacts?|downloads?|blob|card)?[ _.-]?download|download[ _.-]?(the[ _.-]?)?(model|artifact|checkpoint|weight)|get_?model_?version_?download_?uri|artifact[ _.:-]?(read|use|download)',
);
const source = words('git|clone|repo(sitory)?|source|code|blob|diff|raw|svn|checkout|pull(?![ _.-]?request)|fetch');
const use = words(
  'infer|predict|complet|chat|prompt|quer(y|ies)|generat|embed|converse|invoke|score|classif|api[ _.-]?(call|request|use)|(?<!pull[ _.-])request|run|execut|eval|train|fine[ _-]?tun|search|token[ _.-]?usage|messages?',
);
const signIn = words(
  'log[ _.-]?(in|on|out|off)|logged[ _.-]?(in|on|out)|sign[ _.-]?(in|on|out)|signed[ _.-]?in|auth|session|mfa|2fa|sso|saml|oauth|connect|disconnect|vpn|ssh|accepted|failed|password|challenge|token|assume[ _.-]?role|consolelogin|user[ _.-]?login',
);
const lists = words('list|head|describe|enumerate|status|health|ping|stat');

/**
 * Kind of reach that an action of a log gives, by its words. A verb that hands something to the person counts before one that
 * names what it is about; what is only listed or described is `other`. An empty text is `other`: nothing is known.
 */
export function actionKindOf(action: string): ActionKind {
  const text = action.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const isTaken = takes.test(text);
  if (gives.test(text) && !isTaken && !use.test(text) && !signIn.test(text)) return 'administer';
  if (notebook.test(text)) return gives.test(text) && !isTaken ? 'administer' : 'readNotebook';
  if (use.test(text) && !isTaken) return 'use';
  if (weights.test(text)) return gives.test(text) && !isTaken ? 'administer' : 'readWeights';
  if (signIn.test(text) && !isTaken) return 'signIn';
  if (lists.test(text) && !isTaken) return 'other';
  if (source.test(text)) return 'readSource';
  return isTaken ? 'readTechnology' : 'other';
}
