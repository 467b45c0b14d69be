import { describe, expect, it } from 'vitest';
import { actionKindOf } from './action-kind.ts';

describe('actionKindOf', () => {
  it.each([
    ['git clone', 'readSource'],
    ['git.clone', 'readSource'],
    ['git.fetch', 'readSource'],
    ['repo.download_zip', 'readSource'],
    ['pull', 'readSource'],
    ['view_source', 'readSource'],
    ['git.push', 'administer'],
    ['pull_request.create', 'administer'],
    ['download_weights', 'readWeights'],
    ['weights.download', 'readWeights'],
    ['Download model', 'readWeights'],
    ['artifact:read', 'readWeights'],
    ['getModelVersionDownloadUri', 'readWeights'],
    ['load checkpoint', 'readWeights'],
    ['upload weights', 'administer'],
    ['open notebook', 'readNotebook'],
    ['notebook.view', 'readNotebook'],
    ['download', 'readTechnology'],
    ['read', 'readTechnology'],
    ['view document', 'readTechnology'],
    ['export', 'readTechnology'],
    ['s3:GetObject', 'readTechnology'],
    ['inference', 'use'],
    ['InvokeModel', 'use'],
    ['query', 'use'],
    ['chat.completion', 'use'],
    ['POST /v1/models/atlas-70b:predict', 'use'],
    ['api_call', 'use'],
    ['login', 'signIn'],
    ['Sign-in', 'signIn'],
    ['user.session.start', 'signIn'],
    ['ConsoleLogin', 'signIn'],
    ['login_success', 'signIn'],
    ['role.assignment.created', 'administer'],
    ['repo.create', 'administer'],
    ['list', 'other'],
    ['', 'other'],
  ])('%s → %s', (action, kind) => {
    expect(actionKindOf(action)).toBe(kind);
  });
});
