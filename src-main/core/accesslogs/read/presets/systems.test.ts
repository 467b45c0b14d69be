import { describe, expect, it } from 'vitest';
import { csvOf, readLog } from '../../../../../test/fixtures/access-logs/read-log.ts';

const presetOf = ({ proposal }: Awaited<ReturnType<typeof readLog>>) => proposal.reading.preset;

describe('AWS', () => {
  const trail = {
    eventVersion: '1.08',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAX:alice@example.com',
      arn: 'arn:aws:sts::1:assumed-role/Dev/alice@example.com',
      sessionContext: { sessionIssuer: { userName: 'Dev' } },
    },
    eventTime: '2026-05-01T12:34:56Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'InvokeModel',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'x',
    requestParameters: { modelId: 'atlas' },
    requestID: 'q',
    eventID: 'e1',
    readOnly: true,
    eventType: 'AwsApiCall',
    recipientAccountId: '1',
  };
  const expected = {
    row: 1,
    ts: '2026-05-01T12:34:56.000Z',
    account: 'alice@example.com',
    ip: '203.0.113.9',
    resource: 'atlas',
    action: 'bedrock:InvokeModel',
    outcome: 'success',
    id: 'e1',
  };

  it('reads a trail file whole, the accounts of all kinds of identity and the service names in place of addresses', async () => {
    const records = [
      trail,
      {
        ...trail,
        eventID: 'e2',
        userIdentity: { type: 'IAMUser', userName: 'bob', principalId: 'AIDA' },
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        requestParameters: { bucketName: 'weights', key: 'atlas/1.bin' },
        errorCode: 'AccessDenied',
        sourceIPAddress: 'AWS Internal',
      },
      { ...trail, eventID: 'e3', userIdentity: { type: 'Root', principalId: '1', arn: 'arn:aws:iam::1:root' } },
      {
        ...trail,
        eventID: 'e4',
        userIdentity: { type: 'AWSService', invokedBy: 'cloudtrail.amazonaws.com' },
        sourceIPAddress: 'cloudtrail.amazonaws.com',
      },
    ];
    const log = await readLog(JSON.stringify({ Records: records }));
    expect(presetOf(log)).toBe('aws.cloudtrail');
    expect(log.events[0]).toEqual(expected);
    expect(log.events[1]).toMatchObject({
      account: 'bob',
      resource: 'weights/atlas/1.bin',
      action: 's3:GetObject',
      outcome: 'denied',
      ip: 'AWS Internal',
    });
    expect(log.events.slice(2).map((event) => event['account'])).toEqual(['root', 'cloudtrail.amazonaws.com']);
    expect(log.problems).toEqual({});
  });

  it('reads lookup-events, whose event is a text of JSON', async () => {
    const log = await readLog(
      `${JSON.stringify({ EventId: 'e1', EventName: 'InvokeModel', ReadOnly: 'true', EventTime: 1777638896, EventSource: 'bedrock.amazonaws.com', Username: 'x', Resources: [], CloudTrailEvent: JSON.stringify(trail) })}\n`,
    );
    expect(presetOf(log)).toBe('aws.lookup');
    expect(log.events).toEqual([expected]);
  });

  it.each([
    [
      'a struct text',
      '{type=AssumedRole, principalid=AROAX:alice@example.com, arn=arn:aws:sts::1:assumed-role/Dev/a, sessioncontext={sessionissuer={username=Dev}}, accountid=1}',
    ],
    ['JSON', '{"type":"AssumedRole","principalid":"AROAX:alice@example.com","arn":"x"}'],
  ])('reads tables of Athena and Lake with %s for the identity', async (_name, identity) => {
    const log = await readLog(
      csvOf(
        'eventversion,useridentity,eventtime,eventsource,eventname,awsregion,sourceipaddress,useragent,errorcode,errormessage,requestparameters,responseelements,additionaleventdata,requestid,eventid,readonly,resources,eventtype,apiversion,recipientaccountid',
        [
          {
            useridentity: identity,
            eventtime: '2026-05-01 12:34:56.000',
            eventsource: 'bedrock.amazonaws.com',
            eventname: 'InvokeModel',
            sourceipaddress: '203.0.113.9',
            requestparameters: '{"modelId":"atlas"}',
            eventid: 'e1',
          },
        ],
      ),
    );
    expect(presetOf(log)).toBe('aws.lake');
    expect(log.events).toEqual([{ ...expected, row: 2 }]);
  });

  it('reads the event history', async () => {
    const log = await readLog(
      csvOf('Event ID,Event name,Event time,User name,Event source,AWS region,Source IP address,Error code,Read-only,Resources', [
        {
          'Event ID': 'e1',
          'Event name': 'InvokeModel',
          'Event time': '2026-05-01T12:34:56Z',
          'User name': 'alice@example.com',
          'Event source': 'bedrock.amazonaws.com',
          'Source IP address': '203.0.113.9',
          Resources: 'atlas',
        },
      ]),
    );
    expect(presetOf(log)).toBe('aws.eventHistory');
    expect(log.events).toEqual([{ ...expected, row: 2 }]);
  });

  it('takes counts of model invocations and keeps no prompt, not even as evidence', async () => {
    const call = {
      schemaType: 'ModelInvocationLog',
      schemaVersion: '1.0',
      timestamp: '2026-05-01T12:34:56Z',
      accountId: '1',
      identity: { arn: 'arn:aws:sts::1:assumed-role/Dev/alice' },
      region: 'us-east-1',
      requestId: 'q1',
      operation: 'Converse',
      modelId: 'atlas',
      input: { inputBodyJson: { text: 'SECRET PROMPT' }, inputTokenCount: 12 },
      output: { outputBodyJson: { text: 'SECRET ANSWER' }, outputTokenCount: 30 },
    };
    const log = await readLog(`${JSON.stringify(call)}\n`);
    expect(presetOf(log)).toBe('aws.bedrock');
    expect(log.proposal.notes).toEqual(['noAddress', 'joinWithTrail', 'promptsLeftOut']);
    expect(log.events).toEqual([
      {
        row: 1,
        ts: '2026-05-01T12:34:56.000Z',
        account: 'alice',
        resource: 'atlas',
        action: 'Converse',
        outcome: 'success',
        tokens: 42,
        id: 'q1',
      },
    ]);
    expect(log.evidence.get(1)?.[0]).toContain('inputTokenCount');
    expect(JSON.stringify([...log.evidence])).not.toContain('SECRET');
  });
});

describe('code hosts', () => {
  it('reads GitHub as JSON and CSV, and refuses times a spreadsheet has rounded', async () => {
    const entry = {
      '@timestamp': 1777638896553,
      _document_id: 'd1',
      action: 'repo.download_zip',
      actor: 'alice',
      actor_id: 7,
      actor_ip: '203.0.113.9',
      actor_location: { country_code: 'US' },
      org: 'o',
      org_id: 1,
      repo: 'o/atlas',
      operation_type: 'access',
      created_at: 1777638896553,
    };
    const expected = {
      ts: '2026-05-01T12:34:56.553Z',
      account: 'alice',
      ip: '203.0.113.9',
      country: 'US',
      resource: 'o/atlas',
      action: 'repo.download_zip',
      id: 'd1',
    };
    const json = await readLog(JSON.stringify([entry]));
    expect([presetOf(json), json.events]).toEqual(['github.audit', [{ row: 1, ...expected }]]);
    const csv = await readLog(
      csvOf('@timestamp,_document_id,action,actor,actor_id,actor_ip,actor_location.country_code,org,org_id,repo,user,operation_type', [
        {
          '@timestamp': '1777638896553',
          _document_id: 'd1',
          action: 'repo.download_zip',
          actor: 'alice',
          actor_ip: '203.0.113.9',
          'actor_location.country_code': 'US',
          org: 'o',
          repo: 'o/atlas',
        },
        { '@timestamp': '1.62131E+12', _document_id: 'd2', action: 'repo.create', actor: 'bob', org: 'o' },
      ]),
    );
    expect([presetOf(csv), csv.events, csv.problems]).toEqual(['github.auditCsv', [{ row: 2, ...expected }], { damagedTimestamp: 1 }]);
    expect(csv.rejected).toMatchObject([{ row: 3, problem: 'damagedTimestamp', column: '@timestamp', value: '1.62131E+12' }]);
    const git = await readLog(
      `${JSON.stringify({ '@timestamp': 1777638896553, action: 'git.clone', actor: 'alice', org: 'o', repo: 'o/atlas', repository: 'o/atlas', transport_protocol_name: 'ssh', transport_protocol: 2 })}\n`,
    );
    expect([presetOf(git), git.events[0]?.['action']]).toEqual(['github.git', 'git.clone']);
    expect(git.proposal.notes).toContain('sevenDays');
  });

  it('reads GitLab tables and streams', async () => {
    const csv = await readLog(
      csvOf(
        'ID,Author ID,Author Name,Entity ID,Entity Type,Entity Path,Target ID,Target Type,Target Details,Action,IP Address,Created At (UTC)',
        [
          {
            ID: '17',
            'Author ID': '3',
            'Author Name': 'Alice A',
            'Entity Path': 'group/atlas',
            Action: 'Repository clone',
            'IP Address': '203.0.113.9',
            'Created At (UTC)': '2026-05-01 12:34:56 UTC',
          },
        ],
      ),
    );
    expect([presetOf(csv), csv.proposal.notes]).toEqual(['gitlab.csv', ['accountIsDisplayName', 'exportCutOff']]);
    expect(csv.events).toEqual([
      {
        row: 2,
        ts: '2026-05-01T12:34:56.000Z',
        account: 'Alice A',
        ip: '203.0.113.9',
        resource: 'group/atlas',
        action: 'Repository clone',
        id: '17',
      },
    ]);
    const json = await readLog(
      `${JSON.stringify({ id: 17, author_id: 3, author_name: 'Alice A', entity_id: 1, entity_type: 'Project', entity_path: 'group/atlas', target_id: 1, target_type: 'x', target_details: 'y', event_type: 'repository_git_operation', ip_address: '203.0.113.9', created_at: '2026-05-01T12:34:56.000Z', details: {} })}\n`,
    );
    expect([presetOf(json), json.events[0]?.['action']]).toEqual(['gitlab.json', 'repository_git_operation']);
  });

  it('reads the Hugging Face audit log and says that downloads are not in it', async () => {
    const log = await readLog(
      JSON.stringify([
        {
          type: 'repo.create',
          author: { type: 'user', user: 'alice' },
          date: '2026-05-01T12:34:56.000Z',
          location: { formatted: 'Paris, France' },
          message: 'Created repository',
          repo: { type: 'model', name: 'org/atlas' },
        },
      ]),
    );
    expect(presetOf(log)).toBe('huggingface.audit');
    expect(log.proposal.notes).toEqual(expect.arrayContaining(['addressAnonymised', 'downloadsNotAudited']));
    expect(log.events).toEqual([
      { row: 1, ts: '2026-05-01T12:34:56.000Z', account: 'alice', country: 'FR', resource: 'org/atlas', action: 'repo.create' },
    ]);
  });
});

describe('machine learning platforms', () => {
  it('reads Databricks in its three shapes', async () => {
    const expected = {
      ts: '2026-05-01T12:34:56.123Z',
      account: 'alice@example.com',
      ip: '203.0.113.9',
      resource: 'main.ml.atlas',
      action: 'unityCatalog.getModelVersionDownloadUri',
      outcome: 'success',
      id: 'b1',
    };
    const delivered = await readLog(
      `${JSON.stringify({ version: '2.0', timestamp: 1777638896123, serviceName: 'unityCatalog', actionName: 'getModelVersionDownloadUri', workspaceId: '1', accountId: 'a', sourceIPAddress: '203.0.113.9', userAgent: 'x', sessionId: null, userIdentity: { email: 'alice@example.com' }, requestId: 'b1', requestParams: { full_name_arg: 'main.ml.atlas' }, response: { statusCode: 200 }, auditLevel: 'WORKSPACE_LEVEL' })}\n`,
    );
    expect([presetOf(delivered), delivered.events]).toEqual(['databricks.delivered', [{ row: 1, ...expected }]]);
    const header =
      'account_id,workspace_id,version,event_time,event_date,source_ip_address,user_agent,session_id,user_identity,service_name,action_name,request_id,request_params,response,audit_level,event_id,identity_metadata';
    for (const [identity, params] of [
      ['{email=alice@example.com, subject_name=null}', '[["full_name_arg","main.ml.atlas"]]'],
      ['{"email":"alice@example.com"}', '{"full_name_arg":"main.ml.atlas"}'],
    ] as const) {
      const system = await readLog(
        csvOf(header, [
          {
            event_time: '2026-05-01T12:34:56.123+00:00',
            source_ip_address: '203.0.113.9',
            user_identity: identity,
            service_name: 'unityCatalog',
            action_name: 'getModelVersionDownloadUri',
            request_params: params,
            response: '{status_code=200, error_message=null}',
            event_id: 'b1',
          },
        ]),
      );
      expect([presetOf(system), system.events]).toEqual(['databricks.system', [{ row: 2, ...expected }]]);
    }
    const azure = await readLog(
      csvOf(
        'TimeGenerated,ActionName,Category,Identity,LogId,OperationName,RequestId,RequestParams,Response,ServiceName,SessionId,SourceIPAddress,UserAgent',
        [
          {
            TimeGenerated: '2026-05-01T12:34:56.123Z',
            ActionName: 'getModelVersionDownloadUri',
            Identity: '{"email":"alice@example.com"}',
            LogId: 'b1',
            RequestParams: '{"full_name_arg":"main.ml.atlas"}',
            Response: '{"statusCode":200}',
            ServiceName: 'unityCatalog',
            SourceIPAddress: '203.0.113.9',
          },
        ],
      ),
    );
    expect([presetOf(azure), azure.events]).toEqual(['databricks.azure', [{ row: 2, ...expected }]]);
  });

  it('reads MLflow runs and says that they are no reads', async () => {
    const ui = await readLog(
      csvOf('Start Time,Duration,Run ID,Name,Source Type,Source Name,User,Status,lr', [
        {
          'Start Time': '2026-05-01 12:34:56',
          'Run ID': 'r1',
          Name: 'atlas-ft',
          'Source Type': 'NOTEBOOK',
          User: 'alice',
          Status: 'FINISHED',
        },
      ]),
      { answers: { zone: 'Europe/Berlin' } },
    );
    expect([presetOf(ui), ui.proposal.notes]).toEqual(['mlflow.ui', ['noAddress', 'runsOnly', 'browserZone']]);
    expect(ui.events).toEqual([
      { row: 2, ts: '2026-05-01T10:34:56.000Z', account: 'alice', resource: 'atlas-ft', action: 'NOTEBOOK', outcome: 'success', id: 'r1' },
    ]);
    const csv = await readLog(
      csvOf(
        'run_id,experiment_id,status,artifact_uri,start_time,end_time,metrics.loss,params.lr,tags.mlflow.user,tags.mlflow.source.type,tags.mlflow.runName',
        [
          {
            run_id: 'r1',
            experiment_id: '1',
            status: 'FAILED',
            start_time: '2026-05-01 12:34:56.123456+00:00',
            'tags.mlflow.user': 'alice',
            'tags.mlflow.source.type': 'LOCAL',
            'tags.mlflow.runName': 'atlas-ft',
          },
        ],
      ),
    );
    expect([presetOf(csv), csv.events]).toEqual([
      'mlflow.runs',
      [{ row: 2, ts: '2026-05-01T12:34:56.123Z', account: 'alice', resource: 'atlas-ft', action: 'LOCAL', outcome: 'failure', id: 'r1' }],
    ]);
    const rest = await readLog(
      JSON.stringify({
        runs: [
          {
            info: {
              run_id: 'r1',
              run_name: 'atlas-ft',
              experiment_id: '1',
              user_id: 'alice',
              status: 'FINISHED',
              start_time: 1777638896123,
              artifact_uri: 's3://x',
              lifecycle_stage: 'active',
            },
            data: { tags: [{ key: 'mlflow.source.type', value: 'LOCAL' }], params: [] },
          },
        ],
        next_page_token: 'x',
      }),
    );
    expect([presetOf(rest), rest.events]).toEqual([
      'mlflow.search',
      [{ row: 1, ts: '2026-05-01T12:34:56.123Z', account: 'alice', resource: 'atlas-ft', action: 'LOCAL', outcome: 'success', id: 'r1' }],
    ]);
  });

  it('reads Weights & Biases audit lines and runs tables', async () => {
    const audit = await readLog(
      `${JSON.stringify({ timestamp: '2026-05-01T12:34:56.123456Z', action: 'artifact:read', actor_user_id: 'u1', actor_email: 'alice@example.com', actor_ip: '203.0.113.9', response_code: 200, artifact_qualified_name: 'org/models/atlas:v1', entity_name: 'org', project_name: 'models', artifact_asset: 'x' })}\n`,
    );
    expect([presetOf(audit), audit.events]).toEqual([
      'wandb.audit',
      [
        {
          row: 1,
          ts: '2026-05-01T12:34:56.123Z',
          account: 'alice@example.com',
          ip: '203.0.113.9',
          resource: 'org/models/atlas:v1',
          action: 'artifact:read',
          outcome: 'success',
        },
      ],
    ]);
    const runs = await readLog(
      csvOf('Name,State,Notes,User,Tags,Created,Runtime,Sweep,config.lr', [
        { Name: 'atlas-ft', State: 'finished', User: 'alice', Created: '2026-05-01T12:34:56.000Z', Runtime: '12' },
      ]),
    );
    expect([presetOf(runs), runs.events]).toEqual([
      'wandb.runs',
      [{ row: 2, ts: '2026-05-01T12:34:56.000Z', account: 'alice', resource: 'atlas-ft', action: 'finished', outcome: 'success' }],
    ]);
  });

  it('reads JupyterHub lines in the zone that was given, and its JSON events', async () => {
    const log = await readLog(
      '[I 2026-01-05 10:11:12.345 JupyterHub log:192] 200 GET /user/alice/api/contents/atlas.ipynb (alice@::ffff:203.0.113.9) 36.71ms\n[I 2026-01-05 10:11:13.345 JupyterHub base:810] User logged in: alice\n[W 2026-01-05 10:11:14.345 JupyterHub log:192] 403 GET /hub/admin (bob@203.0.113.10) 1.71ms\n[I 2026-01-05 10:11:15.345 JupyterHub app:2] Cluster idle\n',
      { answers: { zone: 'Europe/Berlin' } },
    );
    expect([presetOf(log), log.check.skipped]).toEqual(['jupyterhub.log', 1]);
    expect(log.events).toEqual([
      {
        row: 1,
        ts: '2026-01-05T09:11:12.345Z',
        account: 'alice',
        ip: '203.0.113.9',
        resource: '/user/alice/api/contents/atlas.ipynb',
        action: 'GET api/contents',
        outcome: 'success',
      },
      { row: 2, ts: '2026-01-05T09:11:13.345Z', account: 'alice', action: 'login', outcome: 'success' },
      {
        row: 3,
        ts: '2026-01-05T09:11:14.345Z',
        account: 'bob',
        ip: '203.0.113.10',
        resource: '/hub/admin',
        action: 'GET admin',
        outcome: 'denied',
      },
    ]);
    const events = await readLog(
      `${JSON.stringify({ __timestamp__: '2026-01-05T10:11:12Z', __schema__: 'https://schema.jupyter.org/jupyterhub/events/server-action', __schema_version__: 1, action: 'start', username: 'alice', servername: 'gpu' })}\n`,
    );
    expect([presetOf(events), events.events]).toEqual([
      'jupyterhub.events',
      [{ row: 1, ts: '2026-01-05T10:11:12.000Z', account: 'alice', resource: 'gpu', action: 'start' }],
    ]);
  });
});

describe('providers', () => {
  it('reads OpenAI, Anthropic and Snowflake', async () => {
    const openai = await readLog(
      JSON.stringify({
        object: 'list',
        data: [
          {
            id: 'l1',
            type: 'login.failed',
            effective_at: 1777638896,
            actor: {
              type: 'session',
              session: { user: { id: 'u', email: 'alice@example.com' }, ip_address: '203.0.113.9', ip_address_details: { country: 'US' } },
            },
          },
        ],
        has_more: true,
      }),
    );
    expect([presetOf(openai), openai.events]).toEqual([
      'openai.audit',
      [
        {
          row: 1,
          ts: '2026-05-01T12:34:56.000Z',
          account: 'alice@example.com',
          ip: '203.0.113.9',
          country: 'US',
          action: 'login.failed',
          outcome: 'failure',
          id: 'l1',
        },
      ],
    ]);
    const anthropic = await readLog(
      JSON.stringify({
        data: [
          {
            id: 'a1',
            created_at: '2026-05-01T12:34:56Z',
            organization_id: 'o',
            type: 'claude_file_viewed',
            claude_file_id: 'f1',
            actor: { type: 'user_actor', email_address: 'alice@example.com', user_id: 'u', ip_address: '203.0.113.9' },
          },
        ],
      }),
    );
    expect([presetOf(anthropic), anthropic.events]).toEqual([
      'anthropic.activity',
      [
        {
          row: 1,
          ts: '2026-05-01T12:34:56.000Z',
          account: 'alice@example.com',
          ip: '203.0.113.9',
          resource: 'f1',
          action: 'claude_file_viewed',
          id: 'a1',
        },
      ],
    ]);
    const snowflake = await readLog(
      csvOf(
        'EVENT_TIMESTAMP,EVENT_TYPE,USER_NAME,CLIENT_IP,REPORTED_CLIENT_TYPE,REPORTED_CLIENT_VERSION,FIRST_AUTHENTICATION_FACTOR,SECOND_AUTHENTICATION_FACTOR,IS_SUCCESS,ERROR_CODE,ERROR_MESSAGE,EVENT_ID',
        [
          {
            EVENT_TIMESTAMP: '2026-05-01 05:34:56.061 -0700',
            EVENT_TYPE: 'LOGIN',
            USER_NAME: 'ALICE',
            CLIENT_IP: '203.0.113.9',
            IS_SUCCESS: 'NO',
            EVENT_ID: '393754014361778',
          },
        ],
      ),
    );
    expect([presetOf(snowflake), snowflake.events]).toEqual([
      'snowflake.login',
      [
        {
          row: 2,
          ts: '2026-05-01T12:34:56.061Z',
          account: 'ALICE',
          ip: '203.0.113.9',
          action: 'LOGIN',
          outcome: 'failure',
          id: '393754014361778',
        },
      ],
    ]);
  });
});
