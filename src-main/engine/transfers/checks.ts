import { receivingRoles, type TransferCheck, type TransferCheckId, type TransferCheckState } from '../../../src-shared/model/transfer.ts';
import { openVettingStates } from '../../../src-shared/model/vetting.ts';
import type { TransferAsset, TransferFacts, TransferPartyFacts } from './facts.ts';

type Detail = TransferCheck['detail'];

/** Everything that is looked at before a transfer goes, in the order of the page. Never says that no licence is required: nothing here decides that. */
export function judgeTransfer(facts: TransferFacts): readonly TransferCheck[] {
  const assets = distinct(facts.items.flatMap(({ asset }) => asset ?? []));
  const parties = distinct(facts.parties.flatMap(({ party }) => party ?? []));
  return [
    itemsCheck(facts),
    ...assets.flatMap((asset) => assetChecks(asset, facts)),
    receiversCheck(facts),
    ...parties.flatMap((party) => partyChecks(party, facts)),
    destinationCheck(facts),
    facts.endUse.trim() === '' ? own('endUse', 'unknown', 'endUseMissing') : own('endUse', 'clear', 'endUseStated'),
    authorityCheck(facts),
  ];
}

const distinct = <T extends { readonly id: string }>(all: readonly T[]): T[] => [...new Map(all.map((one) => [one.id, one])).values()];

const own = (id: TransferCheckId, state: TransferCheckState, says: string, detail: Detail = {}): TransferCheck => ({
  ...{ key: id, id, state, says, detail },
  record: null,
  recordName: '',
});

function about(kind: 'asset' | 'party', one: { readonly id: string; readonly name: string }) {
  return (id: TransferCheckId, state: TransferCheckState, says: string, detail: Detail = {}): TransferCheck => ({
    ...{ key: `${id} ${one.id}`, id, state, says, detail },
    record: { kind, id: one.id },
    recordName: one.name.slice(0, 700),
  });
}

function itemsCheck({ items, kind }: TransferFacts): TransferCheck {
  if (items.length === 0) return own('items', 'unknown', 'itemsMissing');
  const loose = items.filter(({ asset }) => asset === null);
  if (loose.length > 0)
    return own('items', 'unknown', 'itemsNotOnRecord', { count: loose.length, first: loose[0]?.name.slice(0, 300) ?? '' });
  if (kind === 'shipment' && items.some(({ quantity }) => quantity.trim() === '')) return own('items', 'unknown', 'quantityMissing');
  return own('items', 'clear', 'itemsNamed', { count: items.length });
}

function assetChecks(asset: TransferAsset, facts: TransferFacts): TransferCheck[] {
  const say = about('asset', asset);
  const [halt] = asset.halts;
  return [
    classificationCheck(asset, facts, say),
    halt === undefined
      ? say('assetHalt', 'clear', 'notHalted')
      : { ...say('assetHalt', 'holds', 'halted', { incident: halt.number }), record: { kind: 'incident', id: halt.incidentId } },
    ...(asset.gates === null ? [] : [gateCheck(asset.gates, asset.id, facts.destination, say)]),
    asset.openFindings === 0
      ? say('openFindings', 'clear', 'noOpenFindings')
      : {
          ...say('openFindings', 'unknown', 'openFindings', { count: asset.openFindings }),
          ...(asset.firstFinding === null ? {} : { record: { kind: 'accessFinding' as const, id: asset.firstFinding } }),
        },
  ];
}

type Say = ReturnType<typeof about>;

/**
 * Where nothing was found, the rules leave it open, or they changed since, it holds; nothing but a person's decision in force on a firm finding is
 * clear. Who decides against the finding is believed as far as that a reason is asked for.
 */
function classificationCheck(asset: TransferAsset, { today }: TransferFacts, say: Say): TransferCheck {
  const { standing, decidedUntil, decidedAs } = asset;
  const detail = { classification: asset.classification.slice(0, 300), questions: asset.openQuestions };
  if (asset.archived) return say('classification', 'holds', 'assetArchived', detail);
  if (standing === 'unassessed') return say('classification', 'holds', 'unassessed', detail);
  if (asset.stale) return say('classification', 'holds', 'classificationStale', detail);
  const isDecided = decidedUntil !== '' && decidedUntil >= today;
  if (isDecided && decidedAs !== '' && decidedAs !== asset.classification)
    return say('classification', 'unknown', 'decidedAgainst', { ...detail, decided: decidedAs.slice(0, 300) });
  if (asset.classification === 'undetermined' || asset.classification === '') return say('classification', 'holds', 'undetermined', detail);
  if (standing === 'clearOnClaimedRules') return say('classification', 'unknown', 'claimedRules', detail);
  if (decidedUntil === '') return say('classification', 'unknown', 'undecided', detail);
  if (!isDecided) return say('classification', 'unknown', 'decisionExpired', { ...detail, day: decidedUntil });
  return say('classification', 'clear', standing === 'restricted' ? 'classifiedControlled' : 'classified', detail);
}

function gateCheck(gates: NonNullable<TransferAsset['gates']>, assetId: string, destination: string | null, say: Say): TransferCheck {
  const at = { record: { kind: 'gate' as const, id: assetId } };
  if (gates.trainingHeld) return { ...say('gate', 'holds', 'trainingGateHeld'), ...at };
  const release = destination === null ? undefined : gates.releases.get(destination);
  const country = destination ?? '';
  if (release === undefined) return { ...say('gate', 'unknown', 'releaseNotJudged', { country }), ...at };
  switch (release.state) {
    case 'passed':
      return { ...say('gate', 'clear', 'releasePassed', { country }), ...at };
    case 'passedDespite':
      return { ...say('gate', 'unknown', 'releaseDespite', { country }), ...at };
    case 'notApplicable':
      return { ...say('gate', 'clear', 'releaseNotApplicable', { country }), ...at };
    case 'ready':
      return { ...say('gate', 'unknown', 'releaseReady', { country }), ...at };
    case 'overtaken':
      return { ...say('gate', 'holds', 'releaseOvertaken', { country }), ...at };
    default:
      return { ...say('gate', 'holds', 'releaseHeld', { country, count: release.missing }), ...at };
  }
}

function receiversCheck({ parties }: TransferFacts): TransferCheck {
  if (parties.length === 0) return own('receivers', 'unknown', 'partiesMissing');
  const loose = parties.filter(({ party }) => party === null);
  if (loose.length > 0)
    return own('receivers', 'unknown', 'partiesNotOnRecord', { count: loose.length, first: loose[0]?.name.slice(0, 300) ?? '' });
  if (!parties.some(({ role }) => receivingRoles.has(role))) return own('receivers', 'unknown', 'receiverMissing');
  return own('receivers', 'clear', 'receiversNamed', { count: parties.length });
}

function partyChecks(party: TransferPartyFacts, facts: TransferFacts): TransferCheck[] {
  const say = about('party', party);
  const [halt] = party.halts;
  return [
    screeningCheck(party, facts, say),
    party.ownership.questions === 0
      ? say('ownership', 'clear', 'ownersKnown')
      : say('ownership', 'unknown', 'ownersUnknown', { count: party.ownership.questions }),
    signsCheck(party, say),
    tierCheck(party, say),
    vettingCheck(party, say),
    halt === undefined
      ? say('partyHalt', 'clear', 'notHalted')
      : { ...say('partyHalt', 'holds', 'halted', { incident: halt.number }), record: { kind: 'incident', id: halt.incidentId } },
  ];
}

function screeningCheck({ screening, openHits, archived }: TransferPartyFacts, { lists }: TransferFacts, say: Say): TransferCheck {
  if (archived) return say('screening', 'holds', 'partyArchived');
  switch (screening) {
    case 'trueMatch':
      return say('screening', 'holds', 'trueMatch');
    case 'open':
    case 'needFacts':
    case 'escalated':
      return say('screening', 'holds', 'hitsOpen', { count: Math.max(1, openHits) });
    case 'notScreened':
      return say('screening', 'holds', 'notScreened');
    case 'stale':
      return say('screening', 'holds', 'screeningStale');
    case 'noMatch':
      break;
  }
  if (lists.official === 0) return say('screening', 'unknown', 'noOfficialList');
  if (lists.old > 0) return say('screening', 'unknown', 'listsOld', { count: lists.old, list: lists.oldest.slice(0, 300) });
  return say('screening', 'clear', 'noMatch');
}

function signsCheck({ signs }: TransferPartyFacts, say: Say): TransferCheck {
  const known = signs.filter(({ question }) => !question);
  const flags = known.filter(({ kind }) => kind === 'redFlag');
  const [flag] = flags;
  if (flag !== undefined) return say('signs', 'holds', 'redFlags', { count: flags.length, first: flag.title.slice(0, 300) });
  const [grave] = known.filter(({ severity }) => severity === 'high');
  if (grave !== undefined) return say('signs', 'holds', 'graveSign', { first: grave.title.slice(0, 300) });
  const open = signs.filter(({ question, severity }) => question || severity === 'medium');
  const [first] = open;
  return first === undefined
    ? say('signs', 'clear', 'noSigns')
    : say('signs', 'unknown', 'signsToAsk', { count: open.length, first: first.title.slice(0, 300) });
}

function tierCheck({ tier }: TransferPartyFacts, say: Say): TransferCheck {
  if (tier === 'prohibited') return say('tier', 'holds', 'prohibited');
  return tier === null ? say('tier', 'unknown', 'noTier') : say('tier', 'clear', 'tier', { tier });
}

const waits: ReadonlySet<string> = new Set(openVettingStates);

function vettingCheck({ vettings }: TransferPartyFacts, say: Say): TransferCheck {
  const bad = vettings.filter(({ state }) => state === 'notPassed' || state === 'refused');
  const open = vettings.filter(({ state }) => waits.has(state));
  const [worst] = bad.length > 0 ? bad : open;
  if (worst === undefined) return say('vetting', 'clear', 'vetted');
  return say('vetting', 'holds', bad.length > 0 ? 'vettingBad' : 'vettingOpen', {
    what: worst.kind,
    state: worst.state,
    count: open.length,
  });
}

function destinationCheck({ destination, signs, placeRules }: TransferFacts): TransferCheck {
  if (destination === null) return own('destination', 'unknown', 'destinationMissing');
  const saying = ({ title, citations }: TransferFacts['signs'][number]) => ({
    first: title.slice(0, 300),
    source: citations.join('; ').slice(0, 300),
  });
  const grave = signs.find(({ question, severity }) => !question && severity === 'high');
  if (grave !== undefined) return own('destination', 'holds', 'destinationGrave', saying(grave));
  const [sign] = signs;
  if (sign !== undefined) return own('destination', 'unknown', 'destinationSign', { ...saying(sign), count: signs.length });
  if (placeRules === 'none') return own('destination', 'unknown', 'noPlaceRules');
  if (placeRules === 'claimed') return own('destination', 'unknown', 'placeRulesClaimed', { country: destination });
  return own('destination', 'clear', 'destinationPlain', { country: destination });
}

/** What the user says it goes under is only written down: the product says neither that it holds nor that it is enough. */
function authorityCheck({ authority }: TransferFacts): TransferCheck {
  if (authority === null) return own('authority', 'unknown', 'authorityMissing');
  const { kind, reference, basis } = authority;
  const lacks = kind === 'licence' || kind === 'exception' ? reference.trim() === '' : basis.trim() === '';
  const detail = { kind, reference: reference.slice(0, 300), basis: basis.slice(0, 600) };
  return lacks ? own('authority', 'unknown', 'authorityBare', detail) : own('authority', 'clear', 'authorityStated', detail);
}
