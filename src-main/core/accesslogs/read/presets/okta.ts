import { from, type LogPreset } from './preset.ts';

/** Okta's own account sends messages about factors; the person meant is the target. */
const system = ['system@okta', 'system', 'unknown'];

const fields: LogPreset['fields'] = {
  ts: from('published'),
  account: from(
    { path: 'actor.alternateId', not: system },
    'target[type=User].alternateId',
    'actor.alternateId',
    'actor.displayName',
    'actor.id',
  ),
  ip: from('client.ipAddress', 'request.ipChain[].ip'),
  country: from('client.geographicalContext.country', 'request.ipChain[].geographicalContext.country'),
  resource: from('target[type=AppInstance].displayName', 'target[].displayName', 'target[].alternateId'),
  action: from('eventType', 'legacyEventType'),
  outcome: from('outcome.result'),
  eventKey: from('uuid'),
};

/** Okta System Log as CSV and as JSON. */
export const okta: readonly LogPreset[] = [
  {
    id: 'okta.csv',
    shape: 'table',
    needs: ['timestamp', 'actor.alternate_id', 'event_type'],
    typical: [
      'uuid',
      'client.ip_address',
      'outcome.result',
      'target0.display_name',
      'actor.display_name',
      'display_message',
      'severity',
      'client.geographical_context.country',
      'security_context.is_proxy',
      'transaction.id',
    ],
    fields: {
      ...fields,
      ts: from('timestamp'),
      account: from(
        { path: 'actor.alternate_id', not: system },
        'target0.alternate_id',
        'actor.alternate_id',
        'actor.display_name',
        'actor.id',
      ),
      ip: from('client.ip_address', 'request.ip_chain.ip'),
      resource: from('target0.display_name', 'target1.display_name', 'target0.alternate_id'),
    },
    zone: 'UTC',
  },
  {
    id: 'okta.json',
    shape: 'records',
    needs: ['published', 'eventType'],
    typical: [
      'uuid',
      'severity',
      'actor.alternateId',
      'actor.displayName',
      'client.ipAddress',
      'outcome.result',
      'displayMessage',
      'legacyEventType',
      'target',
      'version',
    ],
    fields,
    zone: 'UTC',
  },
];
