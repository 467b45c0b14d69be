import { from, joined, type LogPreset } from './preset.ts';

const prefixed = (prefix: string, path: string) => `${prefix}${path}`;

/** Fields of a trail's event, which lies at the top of a record or inside a cell. */
const trail = (at: string): LogPreset['fields'] => {
  const of = (path: string) => prefixed(at, path);
  return {
    ts: from(of('eventTime')),
    account: from(
      of('userIdentity.userName'),
      { path: of('userIdentity.principalId'), take: 'afterColon' },
      of('userIdentity.sessionContext.sessionIssuer.userName'),
      { path: of('userIdentity.arn'), take: 'afterColon' },
      of('userIdentity.invokedBy'),
      of('userIdentity.principalId'),
      of('userIdentity.accountId'),
    ),
    ip: from(of('sourceIPAddress')),
    resource: from(
      of('requestParameters.modelId'),
      of('requestParameters.endpointName'),
      of('requestParameters.modelPackageName'),
      of('requestParameters.modelName'),
      { path: of('requestParameters.bucketName'), append: of('requestParameters.key') },
      of('resources[].ARN'),
      of('requestParameters.repositoryName'),
      of('requestParameters.notebookInstanceName'),
      of('eventSource'),
    ),
    action: joined(':', { path: of('eventSource'), take: 'serviceName' }, of('eventName')),
    outcome: from(of('errorCode')),
    eventKey: from(of('eventID')),
  };
};

const inside = trail('CloudTrailEvent.');
/** What the command prints beside the event stands in where the event is not there or cannot be read. */
const lookup: LogPreset['fields'] = {
  ...inside,
  ts: { from: [...(inside.ts?.from ?? []), { path: 'EventTime' }] },
  account: { from: [...(inside.account?.from ?? []), { path: 'Username' }] },
  resource: { from: [...(inside.resource?.from ?? []), { path: 'Resources[].ResourceName' }, { path: 'EventSource' }] },
  eventKey: { from: [...(inside.eventKey?.from ?? []), { path: 'EventId' }] },
};

/** AWS CloudTrail in its shapes, and invocations of Bedrock models. */
export const amazon: readonly LogPreset[] = [
  {
    id: 'aws.cloudtrail',
    shape: 'records',
    needs: ['eventTime', 'eventSource', 'eventName'],
    typical: [
      'eventID',
      'eventVersion',
      'awsRegion',
      'sourceIPAddress',
      'userAgent',
      'userIdentity.type',
      'requestID',
      'recipientAccountId',
      'eventType',
      'readOnly',
    ],
    fields: trail(''),
    outcome: 'errorIfPresent',
    zone: 'UTC',
  },
  {
    id: 'aws.lookup',
    shape: 'records',
    needs: ['EventId', 'EventName', 'CloudTrailEvent'],
    typical: ['EventTime', 'EventSource', 'Username', 'Resources', 'ReadOnly', 'AccessKeyId'],
    fields: lookup,
    outcome: 'errorIfPresent',
    zone: 'UTC',
  },
  {
    id: 'aws.lake',
    shape: 'table',
    needs: ['eventtime', 'eventsource', 'eventname', 'useridentity'],
    typical: [
      'eventversion',
      'awsregion',
      'sourceipaddress',
      'useragent',
      'errorcode',
      'errormessage',
      'requestparameters',
      'responseelements',
      'requestid',
      'eventid',
      'readonly',
      'resources',
      'eventtype',
      'recipientaccountid',
    ],
    fields: trail(''),
    outcome: 'errorIfPresent',
    zone: 'UTC',
  },
  {
    id: 'aws.eventHistory',
    shape: 'table',
    needs: ['Event name', 'Event time', 'User name', 'Source IP address'],
    typical: [
      'Event ID',
      'Event source',
      'AWS access key',
      'AWS region',
      'Error code',
      'Read-only',
      'Request ID',
      'Resources',
      'Resource name',
      'Resource type',
    ],
    fields: {
      ts: from('Event time'),
      account: from('User name', 'User type', 'Principal', 'AWS access key'),
      ip: from('Source IP address'),
      resource: from('Resource name', 'Resources', 'Event source'),
      action: joined(':', { path: 'Event source', take: 'serviceName' }, 'Event name'),
      outcome: from('Error code'),
      eventKey: from('Event ID'),
    },
    outcome: 'errorIfPresent',
    zone: 'UTC',
  },
  {
    id: 'aws.bedrock',
    shape: 'records',
    needs: ['schemaType', 'modelId', 'requestId'],
    typical: [
      'timestamp',
      'accountId',
      'identity.arn',
      'operation',
      'region',
      'input.inputTokenCount',
      'output.outputTokenCount',
      'schemaVersion',
    ],
    where: { path: 'schemaType', looks: /^ModelInvocationLog$/ },
    fields: {
      ts: from('timestamp'),
      account: from({ path: 'identity.arn', take: 'afterSlash' }, 'identity.arn'),
      resource: from('modelId'),
      action: from('operation'),
      outcome: from('errorCode'),
      tokens: joined('+', 'input.inputTokenCount', 'output.outputTokenCount'),
      eventKey: from('requestId'),
    },
    outcome: 'errorIfPresent',
    zone: 'UTC',
    leaveOut: ['input.inputBodyJson', 'output.outputBodyJson', 'input.inputBodyS3Path', 'output.outputBodyS3Path'],
    notes: ['noAddress', 'joinWithTrail', 'promptsLeftOut'],
  },
];
